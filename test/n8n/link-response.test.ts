import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ButtonClaims, signToken } from '../../core/answers/token';
import { hooksOf } from './support/call-hooks';
import { type Host, loadHost } from './support/host';
import { type ResponseServer, serve } from './support/response-server';

const keys = { key: 'a key that nobody could ever guess, 1' };
const credentials = { alertwireSigningKeyApi: keys };
const type = 'linkResponseTrigger';

let host: Host;
let served: ResponseServer;
/** So that no two links are the same. */
let episode = 0;

const token = (changes: Partial<ButtonClaims> = {}, by = keys) => {
  episode += 1;
  const alert = { platform: 'ilert', id: '4711', title: 'Checkout <b>latency</b>' };
  const expiresAt = Date.now() + 60_000;
  const claims = { kind: 'alert-action', action: 'accept', destination: 'd' } as const;
  return signToken({ ...claims, alert, episode, expiresAt, ...changes }, by);
};
const open = (b: string) => fetch(`${served.url}?b=${b}`);
const confirm = (b: string, name = '') =>
  fetch(served.url, { method: 'POST', body: new URLSearchParams({ b, name }) });
const items = () => [0, 1, 2].map((output) => served.started.flatMap((outputs) => outputs[output]));

beforeAll(async () => {
  host = await loadHost();
  served = await serve(host, { type, credentials });
});
afterAll(() => served.close());
beforeEach(() => {
  served.started.length = 0;
  served.change({ credentials, parameters: {} });
});

describe('Link Response Trigger', () => {
  it('shows a page to whoever opens a link, and does nothing', async () => {
    const page = await open(token());
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('Checkout &lt;b&gt;latency');
    expect(html).toContain('>Accept</button>');
    expect(served.started).toEqual([]);
  });

  it('gives out what is confirmed, once', async () => {
    const link = token();
    expect((await confirm(link, 'Ada')).status).toBe(200);
    expect((await confirm(link, 'Ada')).status).toBe(410);
    await served.settled();
    expect(items()).toMatchObject([
      [
        {
          json: {
            command: {
              kind: 'alert-action',
              action: 'accept',
              alert: { platform: 'ilert', id: '4711' },
              chat: 'link',
              user: { id: 'link', name: 'Ada' },
            },
            audit: { action: 'accept', ok: true, code: 'received' },
          },
        },
      ],
      [],
      [],
    ]);
  });

  it('gives out own buttons and what has expired on outputs of their own', async () => {
    await confirm(token({ kind: 'own-button', action: 'Restart' }));
    const expired = await confirm(token({ expiresAt: Date.now() - 5000 }));
    await served.settled();
    expect(expired.status).toBe(410);
    expect(items()).toMatchObject([
      [],
      [{ json: { command: { kind: 'own-button', action: 'Restart' } } }],
      [{ json: { refused: { problem: { code: 'answer.expired' } }, audit: { ok: false } } }],
    ]);
  });

  it.each([
    ['nonsense', () => 'x.y'],
    ['a link of another installation', () => token({}, { key: `${keys.key}2` })],
  ])('starts nothing for %s', async (_what, made) => {
    const link = made();
    expect((await open(link)).status).toBe(403);
    expect((await confirm(link)).status).toBe(403);
    expect(served.started).toEqual([]);
  });

  it('answers before the workflow has done anything', async () => {
    const order: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    served.flow = async () => {
      await gate;
      order.push('the workflow ends');
    };
    await (await confirm(token())).text();
    order.push('the person is answered');
    release();
    await served.settled();
    expect(order).toEqual(['the person is answered', 'the workflow ends']);
  });

  it('speaks the language of its settings', async () => {
    served.change({ parameters: { settings: { language: 'de' } } });
    expect(await (await open(token())).text()).toContain('>Annehmen</button>');
  });

  it('takes nothing without a signing key, and does not start without one', async () => {
    served.change({ credentials: {} });
    expect((await confirm(token())).status).toBe(403);
    await expect(hooksOf(host, { type }).create()).rejects.toThrow('no signing key');
    expect(await hooksOf(host, { type, credentials }).create()).toBe(true);
  });
});
