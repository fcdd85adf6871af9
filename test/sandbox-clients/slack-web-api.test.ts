import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import { type Message, type Sandbox, startSandbox } from '../../sandbox/index';

const LOGGER = {
  debug: () => {},
  info: () => {},
  warn: (...words: unknown[]) => complaints.push(words.join(' ')),
  error: (...words: unknown[]) => complaints.push(words.join(' ')),
  setLevel: () => {},
  setName: () => {},
  getLevel: () => LogLevel.WARN,
};
const complaints: string[] = [];
const channel = 'C0OPSALERT';
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*Checkout* & more' } }];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  complaints.length = 0;
  await fetch(`${sandbox.url}/inspect/reset`, { method: 'POST' });
});

function client(name = 'Alertwire') {
  const bot = sandbox.bots.find((one) => one.platform === 'slack' && one.name === name);
  return new WebClient(bot?.credential.botToken, {
    slackApiUrl: `${sandbox.bots[0]?.baseUrl}/`,
    logger: LOGGER,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

const messages = async () =>
  (await (await fetch(`${sandbox.url}/inspect/messages`)).json()) as Message[];

describe("Slack's own client of the Web API against the sandbox", () => {
  it('knows who it is, and what it may do', async () => {
    const answer = await client().auth.test();
    expect(answer).toMatchObject({ ok: true, user_id: 'U0ALERTWIR', bot_id: 'B0ALERTWIR' });
    expect(answer.response_metadata?.scopes).toContain('chat:write');
  });

  it('posts, replies, updates and deletes', async () => {
    const { chat } = client();
    const metadata = { event_type: 'alert', event_payload: { id: '7' } };
    const posted = await chat.postMessage({ channel, text: 'Slow', blocks, metadata });
    const ts = posted.ts ?? '';
    expect(posted.message).toMatchObject({ text: 'Slow', ts, bot_id: 'B0ALERTWIR', metadata });
    expect(posted.message?.blocks?.[0]).toMatchObject(blocks[0]);
    const reply = await chat.postMessage({ channel, text: 'Accepted', thread_ts: ts });
    expect(reply.message).toMatchObject({ thread_ts: ts });
    const updated = await chat.update({ channel, ts, text: 'Resolved', attachments: [] });
    expect(updated).toMatchObject({ ts, text: 'Resolved', message: { text: 'Resolved' } });
    expect(await chat.delete({ channel, ts })).toMatchObject({ ok: true, channel, ts });
    expect(await messages()).toMatchObject([
      { ref: ts, deleted: true, history: [{}, { event: 'updated' }, { event: 'deleted' }] },
      { text: 'Accepted', replyTo: ts },
    ]);
    expect(complaints).toEqual([]);
  });

  it('tells one person something', async () => {
    const { chat, users, conversations } = client();
    const { user } = await users.lookupByEmail({ email: 'priya.raman@example.com' });
    const id = user?.id ?? '';
    const told = await chat.postEphemeral({ channel, user: id, text: 'You are on call' });
    expect(told.message_ts).toMatch(/^\d{10}\.\d{6}$/);
    const direct = await conversations.open({ users: id });
    await chat.postMessage({ channel: direct.channel?.id ?? '', text: 'Hello' });
    expect(await messages()).toMatchObject([
      { channel: '#ops-alerts', onlyFor: '@priya.raman' },
      { channel: '@priya.raman', onlyFor: null },
    ]);
  });

  it('walks through the pages of a list', async () => {
    const found: unknown[] = [];
    const options = { limit: 3, types: 'public_channel,private_channel' };
    for await (const page of client().paginate('conversations.list', options)) {
      found.push(...((page as { channels?: { id?: string }[] }).channels ?? []));
    }
    expect(found).toHaveLength(7);
    const all = await client().users.list({});
    expect(all.members?.map(({ is_bot }) => is_bot)).toContain(true);
  });

  it('joins a channel and looks at it', async () => {
    const { chat, conversations } = client();
    const message = { channel: 'C0CHECKOUT', text: 'a' };
    await expect(chat.postMessage(message)).rejects.toThrow('not_in_channel');
    await conversations.join({ channel: 'C0CHECKOUT' });
    expect((await chat.postMessage(message)).ok).toBe(true);
    const info = await conversations.info({ channel: 'C0CHECKOUT' });
    expect(info.channel).toMatchObject({ name: 'checkout', is_member: true });
  });

  it.each([
    ['Removed', 'account_inactive'],
    ['Rotated', 'token_expired'],
    ['Nobody', 'not_authed'],
    ['Onlooker', 'missing_scope'],
  ])('of %s is refused with %s', async (name, error) => {
    await expect(client(name).chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject({
      code: ErrorCode.PlatformError,
      data: { ok: false, error },
    });
  });

  it.each([
    [{ channel: 'C0ARCHIVED', text: 'a' }, 'is_archived'],
    [{ channel: 'C0BOARDROO', text: 'a' }, 'channel_not_found'],
    [{ channel, text: 'a', thread_ts: '1503435956.000247' }, 'thread_not_found'],
    [{ channel, text: 'a', blocks: [{ type: 'section' }] }, 'invalid_blocks'],
  ])('is refused %j with %s', async (message, error) => {
    await expect(client().chat.postMessage(message)).rejects.toMatchObject({ data: { error } });
  });

  it('learns what is missing, and where', async () => {
    await expect(client('Onlooker').chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject(
      {
        data: {
          needed: 'chat:write',
          provided: 'channels:read,users:read',
          response_metadata: { acceptedScopes: ['chat:write'] },
        },
      },
    );
    const wrong = client().chat.postMessage({ channel, text: 'a', blocks: [{ type: 'header' }] });
    await expect(wrong).rejects.toThrow('invalid_blocks');
    expect(complaints.join()).toContain('[json-pointer:/blocks/0');
  });

  it('understands that it was too fast', async () => {
    const fault = JSON.stringify({ kind: 'rate-limit', retryAfter: 7 });
    await fetch(`${sandbox.url}/inspect/faults`, { method: 'POST', body: fault });
    await expect(client().chat.postMessage({ channel, text: 'a' })).rejects.toMatchObject({
      code: ErrorCode.RateLimitedError,
      retryAfter: 7,
    });
  });
});
