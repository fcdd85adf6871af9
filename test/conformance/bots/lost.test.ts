import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork, refOf } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { closedCard, openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(BOT_CHATS)('where the answer of $name is lost', (chat) => {
  const { bot, facts, id } = chat;

  const lost = async (kind: 'lost-answer' | 'reset') => {
    const { take, channel } = botAtWork(chat, sandbox, http);
    const to = { channel: channel(facts.channel) };
    const since = Date.now();
    // Whatever has to be asked first has been asked: what gets lost is the answer to the post.
    const first = refOf(await take(bot.post(openCard(id), to, 'k0')));
    await sandbox.fault({ kind, platform: id });
    const outcome = await take(bot.post(closedCard(id), to, 'k1'));
    return { take, to, since, first, outcome };
  };

  it('the bot does not know what became of the message', async () => {
    const { outcome } = await lost('lost-answer');
    expect(outcome).toMatchObject({ kind: 'unknown', problem: { code: 'http.answer_lost' } });
    expect(await sandbox.messages()).toHaveLength(2);
  });

  it('the same key makes no second message, where the chat can', async () => {
    const { take, to } = await lost('lost-answer');
    if (!bot.repeatable) return expect(bot.repeatable).toBe(false);
    const ref = refOf(await take(bot.post(closedCard(id), to, 'k1')));
    const messages = await sandbox.messages();
    expect(messages).toHaveLength(2);
    expect(messages[1]?.ref).toBe(ref.message);
    refOf(await take(bot.post(closedCard(id), to, 'k2')));
    expect(await sandbox.messages()).toHaveLength(3);
  });

  it('it finds the message, where the chat can', async () => {
    const { take, to, since } = await lost('lost-answer');
    if (!bot.find) return expect(bot).not.toHaveProperty('find');
    const found = await take(bot.find(to, 'k1', since));
    const [, message] = await sandbox.messages();
    expect(found).toMatchObject({ chat: id, message: message?.ref });
    expect((await take(bot.update(closedCard(id), found as never))).kind).toBe('delivered');
  });

  it('it finds nothing that never arrived', async () => {
    const { take, to, since } = await lost('reset');
    expect(await sandbox.messages()).toHaveLength(1);
    if (!bot.find) return expect(bot).not.toHaveProperty('find');
    expect(await take(bot.find(to, 'k1', since))).toBeUndefined();
  });

  it('to change a message twice is to change it once', async () => {
    const { take, first } = await lost('reset');
    await sandbox.fault({ kind: 'lost-answer', platform: id });
    expect((await take(bot.update(closedCard(id), first))).kind).toBe('unknown');
    expect((await take(bot.update(closedCard(id), first))).kind).toBe('delivered');
    expect(await sandbox.messages()).toHaveLength(1);
  });
});
