import { describe, expect, it } from '@jest/globals';
import { runSandbox, send } from './running';
import { slackBot } from './slack-bot';

const JSON_TYPE = 'application/json; charset=utf-8';
const FORM = 'application/x-www-form-urlencoded';

describe('a token', () => {
  it.each([
    ['Alertwire', 'ok'],
    ['Announcer', 'ok'],
    ['Onlooker', 'ok'],
    ['Removed', 'account_inactive'],
    ['Rotated', 'token_expired'],
  ])('of %s is answered %s', async (name, word) => {
    const bot = slackBot(await runSandbox(), name);
    const { ok, error } = await bot.call('auth.test');
    expect([ok ? 'ok' : error, bot.answers]).toEqual([word, word]);
  });

  it.each([
    [undefined, 'not_authed'],
    ['Bearer', 'not_authed'],
    ['Bearer xoxb-nobody', 'invalid_auth'],
    ['Basic xoxb-1001-2001-sandboxAlertwire', 'not_authed'],
  ])('in the header %s is refused with %s', async (authorization, error) => {
    const sandbox = await runSandbox();
    const headers = new Headers(
      authorization === undefined ? [] : [['authorization', authorization]],
    );
    const reply = await send(`${sandbox.url}/slack/api/auth.test`, { method: 'POST', headers });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { ok: false, error }]);
  });

  it('may stand in a form, and not in JSON', async () => {
    const sandbox = await runSandbox();
    const { baseUrl, credential } = slackBot(sandbox);
    const ask = async (type: string, body: string) => {
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      return JSON.parse((await send(`${baseUrl}/auth.test`, init)).text);
    };
    expect(await ask(FORM, `token=${credential.botToken}`)).toMatchObject({ user: 'alertwire' });
    const inJson = await ask(JSON_TYPE, JSON.stringify({ token: credential.botToken }));
    expect(inJson).toEqual({ ok: false, error: 'not_authed' });
  });

  it('is kept nowhere', async () => {
    const sandbox = await runSandbox();
    const { baseUrl, credential } = slackBot(sandbox);
    const token = credential.botToken ?? '';
    await send(`${baseUrl}/auth.test?token=${token}&channel=C0OPSALERT`);
    const form = new URLSearchParams({ token, channel: '#platform', text: 'a' });
    await send(`${baseUrl}/chat.postMessage`, { method: 'POST', body: form });
    const requests = await sandbox.requests();
    expect(requests.map(({ path, channel }) => [path, channel])).toEqual([
      ['/slack/api/auth.test?token=…&channel=C0OPSALERT', '#ops-alerts'],
      ['/slack/api/chat.postMessage', '#platform'],
    ]);
    expect(JSON.stringify([requests, await sandbox.messages()])).not.toContain(token);
  });
});

describe('a scope', () => {
  it.each([
    ['Onlooker', 'chat.postMessage', {}, 'chat:write'],
    ['Onlooker', 'conversations.join', {}, 'channels:join'],
    ['Onlooker', 'users.lookupByEmail', {}, 'users:read.email'],
    ['Onlooker', 'conversations.list', { types: 'private_channel' }, 'groups:read'],
    ['Onlooker', 'conversations.open', { users: 'U0PRIYARAM' }, 'im:write,mpim:write'],
    ['Alertwire', 'conversations.open', { users: 'U0PRIYARAM,U0JONASWEB' }, 'mpim:write'],
    ['Announcer', 'users.list', {}, 'users:read'],
    [
      'Announcer',
      'conversations.info',
      { channel: 'C0OPSALERT' },
      'channels:read,groups:read,im:read,mpim:read',
    ],
  ])('%s lacks is named by %s', async (name, method, args, needed) => {
    const bot = slackBot(await runSandbox(), name);
    const answer = await bot.call(method, args);
    expect(answer).toMatchObject({ ok: false, error: 'missing_scope', needed });
    expect(answer.provided).not.toContain(needed);
  });

  it('stands in the head of every answer', async () => {
    const { baseUrl, credential } = slackBot(await runSandbox(), 'Announcer');
    const headers = { authorization: `Bearer ${credential.botToken}` };
    const reply = await send(`${baseUrl}/chat.postMessage`, { method: 'POST', headers });
    expect(reply.headers.get('x-oauth-scopes')).toBe('chat:write,chat:write.public');
    expect(reply.headers.get('x-accepted-oauth-scopes')).toBe('chat:write');
  });
});

describe('a channel', () => {
  it('answers each app as listed', async () => {
    const sandbox = await runSandbox();
    for (const name of ['Alertwire', 'Announcer', 'Onlooker', 'Removed']) {
      const bot = slackBot(sandbox, name);
      expect(bot.channels).toHaveLength(11);
      for (const { id, answers } of bot.channels) {
        const { ok, error } = await bot.call('chat.postMessage', { channel: id, text: 'a' });
        expect([name, id, ok ? 'ok' : error]).toEqual([name, id, answers]);
      }
    }
  });

  it.each([
    ['Alertwire', '#launch-2019', 'is_archived'],
    ['Alertwire', '#checkout', 'not_in_channel'],
    ['Alertwire', '#board-room', 'channel_not_found'],
    ['Alertwire', '#announcements', 'restricted_action_read_only_channel'],
    ['Alertwire', '#general', 'restricted_action'],
    ['Announcer', '#checkout', 'ok'],
    ['Announcer', '#night-shift', 'channel_not_found'],
    ['Onlooker', '#platform', 'missing_scope'],
  ])('of %s, %s, answers %s', async (name, channel, answers) => {
    const { channels } = slackBot(await runSandbox(), name);
    expect(channels).toContainEqual(expect.objectContaining({ name: channel, answers }));
  });
});

describe('a message', () => {
  it.each([
    ['invalid_arguments', { channel: undefined }],
    ['invalid_arguments', { channel: 7 }],
    ['channel_not_found', { channel: 'C0NOWHERE1' }],
    ['channel_not_found', { channel: 'DANNOPRIYA' }],
    ['no_text', { text: '' }],
    ['no_text', { text: undefined, blocks: [] }],
    ['invalid_arguments', { text: 5 }],
    ['invalid_blocks_format', { blocks: '[]' }],
    ['invalid_blocks', { blocks: [{ type: 'section' }] }],
    ['invalid_attachments', { attachments: [{ color: 'loud' }] }],
    ['too_many_attachments', { attachments: new Array(101).fill({ text: 'a' }) }],
    ['msg_blocks_too_long', { blocks: new Array(5).fill(section(3000)) }],
    ['markdown_text_conflict', { markdown_text: 'a' }],
    ['msg_too_long', { text: undefined, markdown_text: 'x'.repeat(12_001) }],
    ['invalid_metadata_format', { metadata: { event_type: 'a' } }],
    ['invalid_metadata_format', { metadata: 'a' }],
    ['invalid_thread_ts', { thread_ts: '0' }],
    ['invalid_arguments', { thread_ts: 1503435956.000247 }],
    ['thread_not_found', { thread_ts: '1503435956.000247' }],
  ])('is refused with %s: %j', async (error, args) => {
    const sandbox = await runSandbox();
    const message = { channel: 'C0OPSALERT', text: 'a', ...args };
    expect(await slackBot(sandbox).call('chat.postMessage', message)).toMatchObject({
      ok: false,
      error,
    });
    expect(await sandbox.messages()).toEqual([]);
    const source = expect.stringMatching(/^https:/);
    expect(await sandbox.requests()).toMatchObject([
      { verdict: 'refused', code: error, status: 200, source },
    ]);
  });

  it('is told which block is wrong', async () => {
    const blocks = [{ type: 'divider' }, { type: 'actions', elements: [] }];
    const message = { channel: 'C0OPSALERT', text: 'a', blocks };
    const answer = await slackBot(await runSandbox()).call('chat.postMessage', message);
    const error = expect.stringContaining('[json-pointer:/blocks/1/elements]');
    expect(answer).toMatchObject({ errors: [error], response_metadata: { messages: [error] } });
  });

  function section(length: number) {
    return { type: 'section', text: { type: 'plain_text', text: 'x'.repeat(length) } };
  }
});

describe('a body', () => {
  it.each([
    ['invalid_json', JSON_TYPE, '{'],
    ['invalid_json', JSON_TYPE, '{"text":"half \\ud83d"}'],
    ['json_not_object', JSON_TYPE, '[]'],
    ['json_not_object', JSON_TYPE, 'null'],
    ['invalid_charset', 'application/json; charset=utf-16', '{}'],
    ['invalid_post_type', 'application/xml', '<a/>'],
    ['invalid_array_arg', FORM, 'blocks[0]=a'],
    ['invalid_arg_name', FORM, 'a-b=c'],
    ['invalid_form_data', FORM, 'blocks=["\\ud83d"]'],
  ])('is refused with %s: %s %s', async (error, type, body) => {
    const sandbox = await runSandbox();
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    const reply = await send(`${sandbox.url}/slack/api/chat.postMessage`, init);
    expect([reply.status, JSON.parse(reply.text).error]).toEqual([200, error]);
  });

  it('without a type is refused', async () => {
    const sandbox = await runSandbox();
    const init = { method: 'POST', body: new Uint8Array([0x7b, 0x7d]) };
    const reply = await send(`${sandbox.url}/slack/api/auth.test`, init);
    expect(JSON.parse(reply.text).error).toBe('missing_post_type');
  });

  it.each([
    ['application/json', '{}', 'missing_charset'],
    [`${FORM}; charset=utf-8`, 'a=b', 'superfluous_charset'],
  ])('of the type %s is taken with a warning', async (type, body, warning) => {
    const { baseUrl, credential } = slackBot(await runSandbox());
    const headers = { authorization: `Bearer ${credential.botToken}`, 'content-type': type };
    const reply = await send(`${baseUrl}/auth.test`, { method: 'POST', headers, body });
    const answer = { ok: true, warning, response_metadata: { warnings: [warning] } };
    expect(JSON.parse(reply.text)).toMatchObject(answer);
  });

  it('for a method nobody knows is not looked at', async () => {
    const answer = await slackBot(await runSandbox()).call('chat.shout');
    expect(answer).toEqual({ ok: false, error: 'unknown_method', req_method: 'chat.shout' });
  });
});
