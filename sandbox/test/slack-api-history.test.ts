import { describe, expect, it } from '@jest/globals';
import { runSandbox } from './running';
import { slackBot } from './slack-bot';

const METADATA = { event_type: 'marked', event_payload: { key: 'k1' } };

const texts = (messages: unknown) => (messages as { text: string }[]).map(({ text }) => text);

const botWithPosts = async () => {
  const bot = slackBot(await runSandbox());
  const channel = bot.channel('#ops-alerts');
  const post = (text: string, more = {}) =>
    bot.call('chat.postMessage', { channel, text, ...more });
  const history = (args = {}) => bot.call('conversations.history', { channel, ...args });
  return { bot, channel, post, history };
};

describe('conversations.history', () => {
  it('begins with the newest, without replies', async () => {
    const { post, history } = await botWithPosts();
    const { ts } = await post('first');
    await post('second');
    await post('reply', { thread_ts: ts });
    const answer = await history();
    expect(texts(answer.messages)).toEqual(['second', 'first']);
    expect(answer).toMatchObject({ ok: true, has_more: false });
  });

  it('tells metadata to those who ask for it', async () => {
    const { post, history } = await botWithPosts();
    await post('marked', { metadata: METADATA });
    const { messages } = await history({ include_all_metadata: true });
    expect(messages).toMatchObject([{ metadata: METADATA }]);
    expect((await history()).messages).not.toMatchObject([{ metadata: METADATA }]);
  });

  it('ends where it is told to', async () => {
    const { post, history } = await botWithPosts();
    await post('first');
    const { ts } = await post('second');
    await post('third');
    expect(texts((await history({ oldest: ts })).messages)).toEqual(['third']);
    expect(texts((await history({ latest: ts })).messages)).toEqual(['first']);
    const both = await history({ oldest: ts, inclusive: true });
    expect(texts(both.messages)).toEqual(['third', 'second']);
  });

  it('comes in pages', async () => {
    const { post, history } = await botWithPosts();
    for (const text of ['first', 'second', 'third']) await post(text);
    const page = await history({ limit: 2 });
    expect(texts(page.messages)).toEqual(['third', 'second']);
    const { next_cursor: cursor } = page.response_metadata as { next_cursor: string };
    expect(texts((await history({ limit: 2, cursor })).messages)).toEqual(['first']);
  });

  it('is only for those who are in the channel and have the scope', async () => {
    const { bot, history } = await botWithPosts();
    expect(await history({ channel: bot.channel('#checkout') })).toMatchObject({
      error: 'not_in_channel',
    });
    expect(await history({ limit: 1000 })).toMatchObject({ error: 'invalid_limit' });
    const announcer = slackBot(await runSandbox(), 'Announcer');
    const channel = announcer.channel('#ops-alerts');
    expect(await announcer.call('conversations.history', { channel })).toMatchObject({
      error: 'missing_scope',
    });
  });
});
