import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ButtonClaims, signToken } from '../../core/answers/token';
import { KEY, onCanvas } from './support/answers';
import { Runtime } from './support/runtime';

const OUTPUTS = ['actions', 'own', 'refused'];
const claims: ButtonClaims = {
  kind: 'alert-action',
  action: 'accept',
  alert: { platform: 'ilert', id: '4711', title: 'Checkout is <down>' },
  episode: 1,
  destination: 'd',
  expiresAt: Date.now() + 3_600_000,
};
let tokens = 0;
/** No two are the same. */
const tokenOf = (more: Partial<ButtonClaims> = {}, key = KEY) =>
  signToken({ ...claims, episode: ++tokens, ...more }, { key });

describe.each(['4.1', '5.0'] as const)('the link response node in Node-RED %s', (version) => {
  let runtime: Runtime;
  const flow = (signingKey = 'key') => [
    { id: 'tab', type: 'tab', label: 'links' },
    { id: 'key', type: 'alertwire-signing-key', name: '', credentials: { key: KEY } },
    onCanvas({
      id: 'link',
      type: 'alertwire-link-response',
      name: '',
      signingKey,
      path: '/answers/link',
      language: 'en',
      wires: OUTPUTS.map((id) => [id]),
    }),
    ...OUTPUTS.map((id) => onCanvas({ id, type: 'test-sink' })),
  ];
  beforeAll(async () => {
    runtime = await Runtime.start({ version });
    await runtime.deploy(flow());
  });
  afterAll(() => runtime.stop());

  const open = async (token: string, method = 'GET') => {
    const answer = await fetch(runtime.url(`/answers/link?b=${token}`), { method });
    return { status: answer.status, headers: answer.headers, page: await answer.text() };
  };
  const confirm = (token: string, name = '') =>
    fetch(runtime.url('/answers/link'), {
      method: 'POST',
      body: new URLSearchParams({ b: token, name }),
    });
  const count = () => OUTPUTS.flatMap((sink) => runtime.messages(sink)).length;

  test('opening a link asks, and does nothing', async () => {
    const before = count();
    const { status, headers, page } = await open(tokenOf());
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Checkout is &lt;down&gt;');
    expect(page).toContain('<form method="post">');
    expect((await open(tokenOf(), 'HEAD')).page).toBe('');
    expect(count()).toBe(before);
  });

  test('what is confirmed comes out once, with the name that was typed', async () => {
    const token = tokenOf();
    const nth = runtime.messages('actions').length + 1;
    expect((await confirm(token, 'Ada')).status).toBe(200);
    expect(await runtime.message('actions', nth)).toMatchObject({
      topic: '4711',
      payload: { action: 'accept', alert: { id: '4711' }, chat: 'link', user: { name: 'Ada' } },
      audit: { action: 'accept', chat: 'link' },
    });
    await runtime.status('link', /^accept · Ada · \d\d:\d\d$/);
    expect((await confirm(token)).status).toBe(410);
    await runtime.deploy(flow());
    expect((await confirm(token)).status).toBe(410);
    expect(runtime.messages('actions')).toHaveLength(nth);
  });

  test('a button of one’s own and what is refused have outputs of their own', async () => {
    const [own, refused] = ['own', 'refused'].map((sink) => runtime.messages(sink).length + 1);
    await confirm(tokenOf({ kind: 'own-button', action: 'Restart checkout' }));
    expect(await runtime.message('own', own)).toMatchObject({
      payload: { kind: 'own-button', action: 'Restart checkout' },
    });
    expect((await open(tokenOf({ expiresAt: Date.now() - 1000 }))).status).toBe(410);
    expect(await runtime.message('refused', refused)).toMatchObject({
      payload: { problem: { code: 'answer.expired' } },
      audit: { ok: false },
    });
    expect((await confirm(tokenOf({}, 'another key that nobody can guess'))).status).toBe(403);
    expect((await open('nonsense')).status).toBe(403);
    expect((await open(tokenOf({ expiresAt: Date.now() - 1000 }))).status).toBe(410);
    await runtime.message('refused', refused + 1);
    expect(runtime.messages('refused')).toHaveLength(refused + 1);
  });

  test('other methods, and a node without a key, do nothing', async () => {
    const answer = await fetch(runtime.url('/answers/link'), { method: 'PUT', body: 'b=x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    const from = runtime.told.length;
    await runtime.deploy(flow(''));
    await runtime.status('link', /^no signing key$/, from);
    const before = count();
    expect((await confirm(tokenOf())).status).toBe(503);
    expect((await open(tokenOf())).status).toBe(503);
    expect(count()).toBe(before);
  });
});
