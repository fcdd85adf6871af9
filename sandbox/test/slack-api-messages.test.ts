import { describe, expect, it } from '@jest/globals';
import { Workspace } from '../slack/api/workspace';
import { runSandbox, send } from './running';
import { slackBot } from './slack-bot';

const TS = /^\d{10}\.\d{6}$/;
const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*Checkout is slow*' } }];

async function start(name?: string) {
  const sandbox = await runSandbox();
  const bot = slackBot(sandbox, name);
  const channel = bot.channel('#ops-alerts');
  return { sandbox, bot, channel };
}

describe('chat.postMessage', () => {
  it('answers with the channel, the time and the message, and people see it', async () => {
    const { sandbox, bot, channel } = await start();
    const metadata = { event_type: 'alert', event_payload: { id: '7' } };
    const answer = await bot.call('chat.postMessage', { channel, text: 'Slow', blocks, metadata });
    expect(answer).toEqual({
      ok: true,
      channel: 'C0OPSALERT',
      ts: expect.stringMatching(TS),
      message: expect.objectContaining({
        type: 'message',
        ts: answer.ts,
        text: 'Slow',
        user: 'U0ALERTWIR',
        bot_id: 'B0ALERTWIR',
        blocks: [{ ...blocks[0], block_id: 'b0' }],
        metadata,
      }),
    });
    expect(await sandbox.messages()).toMatchObject([
      {
        platform: 'slack',
        channel: '#ops-alerts',
        text: 'Slow',
        payload: { text: 'Slow', blocks },
        ref: answer.ts,
        replyTo: null,
        onlyFor: null,
      },
    ]);
  });

  it('gives every message a time of its own, however fast they come', () => {
    const workspace = new Workspace(() => 1_503_435_956_000);
    const times = [workspace.nextTs(), workspace.nextTs()];
    expect(times).toEqual(['1503435956.000000', '1503435956.000001']);
  });

  it('gives later messages later times', async () => {
    const { bot, channel } = await start();
    const times = [];
    for (const text of ['one', 'two', 'three']) {
      times.push((await bot.call('chat.postMessage', { channel, text })).ts);
    }
    expect(new Set(times).size).toBe(3);
    expect([...times].sort()).toEqual(times);
  });

  it.each([
    ['#ops-alerts', 'C0OPSALERT', '#ops-alerts'],
    ['ops-alerts', 'C0OPSALERT', '#ops-alerts'],
    ['C0NIGHTOPS', 'C0NIGHTOPS', '#night-shift'],
    ['U0PRIYARAM', 'DALERPRIYA', '@priya.raman'],
    ['DALERPRIYA', 'DALERPRIYA', '@priya.raman'],
  ])('finds %s', async (channel, id, seen) => {
    const { sandbox, bot } = await start();
    const answer = await bot.call('chat.postMessage', { channel, text: 'Hello' });
    expect(answer).toMatchObject({ ok: true, channel: id });
    expect(await sandbox.messages()).toMatchObject([{ channel: seen }]);
  });

  it('answers a message, and an answer to an answer stays in the thread', async () => {
    const { sandbox, bot, channel } = await start();
    const { ts } = await bot.call('chat.postMessage', { channel, text: 'Slow' });
    const reply = await bot.call('chat.postMessage', { channel, text: 'Escalated', thread_ts: ts });
    expect(reply).toMatchObject({ message: { thread_ts: ts, parent_user_id: 'U0ALERTWIR' } });
    const deep = { channel, text: 'Accepted', thread_ts: reply.ts };
    expect(await bot.call('chat.postMessage', deep)).toMatchObject({ message: { thread_ts: ts } });
    expect((await sandbox.messages()).map(({ replyTo }) => replyTo)).toEqual([null, ts, ts]);
  });

  it('makes a block of markdown_text, and cuts a text nobody could read', async () => {
    const { sandbox, bot, channel } = await start();
    await bot.call('chat.postMessage', { channel, markdown_text: '**Slow**' });
    await bot.call('chat.postMessage', { channel, text: 'x'.repeat(40_001) });
    const [markdown, long] = await sandbox.messages();
    expect(markdown?.payload).toEqual({ blocks: [{ type: 'markdown', text: '**Slow**' }] });
    expect(long?.text).toHaveLength(40_000);
  });

  it('reads flags and JSON in a form', async () => {
    const { sandbox, bot, channel } = await start();
    const form = { channel, text: 'Ask @here', link_names: 'true', blocks: JSON.stringify(blocks) };
    const token = bot.credential.botToken ?? '';
    const body = new URLSearchParams({ ...form, mrkdwn: 'false', token });
    await send(`${bot.baseUrl}/chat.postMessage`, { method: 'POST', body });
    expect(await sandbox.messages()).toMatchObject([
      { pings: ['<!here>'], payload: { blocks, mrkdwn: false, link_names: true } },
    ]);
  });

  it('opens the direct message it goes to, and is forgotten with everything else', async () => {
    const { sandbox, bot } = await start();
    const direct = async () => (await bot.call('conversations.list', { types: 'im' })).channels;
    const message = { channel: 'U0PRIYARAM', text: 'Hello' };
    const { channel, ts } = await bot.call('chat.postMessage', message);
    expect(await direct()).toMatchObject([{ id: channel }]);
    await sandbox.post('/inspect/reset');
    expect(await direct()).toEqual([]);
    const update = { channel, ts, text: 'a' };
    expect((await bot.call('chat.update', update)).error).toBe('message_not_found');
  });

  it('lists whom a message pings', async () => {
    const { sandbox, bot, channel } = await start();
    await bot.call('chat.postMessage', { channel, text: '<@U0PRIYARAM> <!here>' });
    expect(await sandbox.messages()).toMatchObject([{ pings: ['<@U0PRIYARAM>', '<!here>'] }]);
  });
});

describe('chat.update', () => {
  async function posted(message: object = { text: 'Slow', blocks }) {
    const started = await start();
    const { bot, channel } = started;
    const { ts } = await bot.call('chat.postMessage', { channel, ...message });
    const update = (args: object) => bot.call('chat.update', { channel, ts, ...args });
    return { ...started, ts, update };
  }

  it('changes the message people see, and answers with it', async () => {
    const { sandbox, ts, update } = await posted({ text: 'Slow <!here>' });
    const answer = await update({ text: 'Resolved <!channel>' });
    expect(answer).toMatchObject({
      ok: true,
      channel: 'C0OPSALERT',
      ts,
      text: 'Resolved <!channel>',
      message: { text: 'Resolved <!channel>', edited: { user: 'U0ALERTWIR' } },
    });
    expect(await sandbox.messages()).toMatchObject([
      {
        ref: ts,
        text: 'Resolved <!channel>',
        pings: ['<!here>'],
        history: [{ event: 'posted' }, { event: 'updated', before: { text: 'Slow <!here>' } }],
      },
    ]);
  });

  it('takes the blocks away with a text alone, and leaves them otherwise', async () => {
    const { sandbox, update } = await posted();
    await update({ attachments: [{ text: 'more' }] });
    expect((await sandbox.messages())[0]?.payload).toMatchObject({ text: 'Slow', blocks });
    await update({ text: 'Resolved' });
    const attachments = [{ text: 'more' }];
    expect((await sandbox.messages())[0]?.payload).toEqual({ text: 'Resolved', attachments });
    await update({ text: 'Resolved', attachments: [] });
    expect((await sandbox.messages())[0]?.payload).toEqual({ text: 'Resolved', attachments: [] });
  });

  it('shows nobody that a message of blocks was edited', async () => {
    const { update } = await posted();
    expect((await update({ text: 'a', blocks })).message).not.toHaveProperty('edited');
    expect((await update({ text: 'a' })).message).toHaveProperty('edited');
  });

  it('keeps the metadata until it is given again', async () => {
    const metadata = { event_type: 'alert', event_payload: {} };
    const { update } = await posted({ text: 'a', metadata });
    expect((await update({ text: 'b' })).message).toHaveProperty('metadata');
    expect((await update({ text: 'c', metadata: {} })).message).not.toHaveProperty('metadata');
  });

  it.each([
    ['message_not_found', { ts: '1503435956.000247' }],
    ['invalid_arguments', { ts: 1503435956.000247 }],
    ['is_inactive', { channel: 'C0ARCHIVED', text: 'a' }],
    ['channel_not_found', { channel: '#ops-alerts' }],
    ['channel_not_found', { channel: 'U0PRIYARAM' }],
    ['no_text', {}],
    ['msg_too_long', { text: 'x'.repeat(4001) }],
    ['invalid_blocks', { blocks: [{ type: 'section' }] }],
  ])('is refused with %s: %j', async (error, args) => {
    const { sandbox, update } = await posted();
    expect(await update(args)).toMatchObject({ ok: false, error });
    expect((await sandbox.messages())[0]?.history).toHaveLength(1);
  });

  it('leaves the messages of other apps alone', async () => {
    const { sandbox, channel, ts } = await posted();
    const other = slackBot(sandbox, 'Announcer');
    const update = await other.call('chat.update', { channel, ts, text: 'Mine' });
    const remove = await other.call('chat.delete', { channel, ts });
    expect([update.error, remove.error]).toEqual(['cant_update_message', 'cant_delete_message']);
  });
});

describe('chat.delete', () => {
  it('takes the message away for good', async () => {
    const { sandbox, bot, channel } = await start();
    const { ts } = await bot.call('chat.postMessage', { channel, text: 'Slow' });
    expect(await bot.call('chat.delete', { channel, ts })).toEqual({ ok: true, channel, ts });
    expect(await sandbox.messages()).toMatchObject([{ ref: ts, deleted: true }]);
    const gone = [
      await bot.call('chat.delete', { channel, ts }),
      await bot.call('chat.update', { channel, ts, text: 'a' }),
      await bot.call('chat.postMessage', { channel, text: 'a', thread_ts: ts }),
    ];
    expect(gone.map(({ error }) => error)).toEqual([
      'message_not_found',
      'message_not_found',
      'thread_not_found',
    ]);
  });
});

describe('chat.postEphemeral', () => {
  it('shows a message to one person, and nothing can be done to it', async () => {
    const { sandbox, bot, channel } = await start();
    const args = { channel, user: 'U0PRIYARAM', text: 'You are on call' };
    const answer = await bot.call('chat.postEphemeral', args);
    expect(answer).toEqual({ ok: true, message_ts: expect.stringMatching(TS) });
    expect(await sandbox.messages()).toMatchObject([{ onlyFor: '@priya.raman' }]);
    const update = { channel, ts: answer.message_ts, text: 'a' };
    expect((await bot.call('chat.update', update)).error).toBe('message_not_found');
  });

  it.each([
    ['user_not_in_channel', { channel: 'C0PLATFORM', user: 'U0MEITANAK' }],
    ['user_not_in_channel', { channel: 'C0PLATFORM', user: 'U0NOBODY01' }],
    ['invalid_arguments', { channel: 'C0PLATFORM' }],
    ['not_in_channel', { channel: 'C0CHECKOUT', user: 'U0MEITANAK' }],
  ])('is refused with %s: %j', async (error, args) => {
    const { sandbox, bot } = await start();
    expect(await bot.call('chat.postEphemeral', { text: 'a', ...args })).toMatchObject({ error });
    expect(await sandbox.messages()).toEqual([]);
  });
});
