import { describe, expect, it } from '@jest/globals';
import { IncomingWebhook } from '@slack/webhook';
import { postJson, postRaw, runSandbox, send } from './running';

const FORM = 'application/x-www-form-urlencoded';

describe('the Slack webhook endpoint', () => {
  it('answers a message with exactly ok in plain text, and keeps it', async () => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook('#ops-alerts'), { text: 'Checkout is slow' });
    expect([reply.status, reply.text]).toEqual([200, 'ok']);
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await sandbox.messages()).toMatchObject([
      {
        platform: 'slack',
        channel: '#ops-alerts',
        text: 'Checkout is slow',
        payload: { text: 'Checkout is slow' },
        pings: [],
        size: { used: 16, limit: 40_000, unit: 'characters' },
        history: [{ event: 'posted' }],
      },
    ]);
  });

  it("is accepted as Slack by Slack's own client", async () => {
    const sandbox = await runSandbox();
    const client = new IncomingWebhook(sandbox.hook('#platform'));
    expect(await client.send({ text: 'Deployed' })).toMatchObject({ text: 'ok' });
  });

  it('takes a form whose field payload is JSON', async () => {
    const sandbox = await runSandbox();
    const form = new URLSearchParams({ payload: '{"text":"from a form"}' }).toString();
    expect((await postRaw(sandbox.hook('#platform'), form, FORM)).text).toBe('ok');
    expect((await sandbox.messages())[0]?.text).toBe('from a form');
  });

  it.each([
    ['#launch-2019', 410, 'channel_is_archived'],
    ['#announcements', 403, 'action_prohibited'],
    ['#general', 403, 'posting_to_general_channel_denied'],
    ['#deleted', 404, 'channel_not_found'],
    ['#disabled', 404, 'no_active_hooks'],
  ])('refuses messages to %s with %i %s', async (channel, status, code) => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook(channel), { text: 'hello' });
    expect([reply.status, reply.text]).toEqual([status, code]);
    expect(await sandbox.messages()).toEqual([]);
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'refused', code, status, channel }]);
  });

  it('does not know a URL with a wrong token, even for a broken body', async () => {
    const sandbox = await runSandbox();
    const url = sandbox.hook('#ops-alerts').replace(/.$/, '_');
    const reply = await postRaw(url, '{', 'application/json');
    expect([reply.status, reply.text]).toEqual([404, 'no_service']);
  });

  it('takes POST only', async () => {
    const sandbox = await runSandbox();
    const reply = await send(sandbox.hook('#ops-alerts'));
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a message without content', () => {
  it.each([
    [{}],
    [{ text: '' }],
    [{ text: ' \n' }],
    [{ text: null }],
    [{ blocks: [], attachments: [] }],
    [{ username: 'somebody' }],
  ])('is refused with no_text: %j', async (message) => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook('#ops-alerts'), message);
    expect([reply.status, reply.text]).toEqual([400, 'no_text']);
  });
});

describe('a body that is no message', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  it.each([
    ['', 'application/json'],
    ['{"text":', 'application/json'],
    ['[]', 'application/json'],
    ['"text"', 'application/json'],
    ['null', 'application/json'],
    ['\ufeff{"text":"a"}', 'application/json'],
    ['{"text":5}', 'application/json'],
    ['{"text":"half \\ud83d"}', 'application/json'],
    ['{"text":"a","\\udc00":1}', 'application/json'],
    [`{"text":"a","x":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'application/json'],
    [bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 'application/json'],
    ['{"text":"a"}', 'text/plain'],
    ['{"text":"a"}', FORM],
    ['payload=nothing', FORM],
  ])('is refused with invalid_payload: %s', async (body, type) => {
    const sandbox = await runSandbox();
    const reply = await postRaw(sandbox.hook('#ops-alerts'), body, type);
    expect([reply.status, reply.text]).toEqual([400, 'invalid_payload']);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('is not mistaken for one with a whole surrogate pair', async () => {
    const sandbox = await runSandbox();
    const body = '{"text":"\\ud83d\\ude80"}';
    const reply = await postRaw(sandbox.hook('#ops-alerts'), body, 'application/json');
    expect(reply.text).toBe('ok');
    expect((await sandbox.messages())[0]?.text).toBe('🚀');
  });

  it('is refused when it is larger than a mebibyte', async () => {
    const sandbox = await runSandbox();
    const reply = await postJson(sandbox.hook('#ops-alerts'), { text: 'x'.repeat(1 << 20) });
    expect(reply.status).toBe(413);
  });
});
