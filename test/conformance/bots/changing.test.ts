import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork, refOf } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { closedCard, openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(BOT_CHATS)('the bot of $name', (chat) => {
  const { bot, facts, id } = chat;

  const withCard = async () => {
    const { take, channel } = botAtWork(chat, sandbox, http);
    const to = { channel: channel(facts.channel) };
    return { take, to, ref: refOf(await take(bot.post(openCard(id), to, 'k1'))) };
  };

  it('changes a card in place', async () => {
    const { take, ref } = await withCard();
    const outcome = await take(bot.update(closedCard(id), ref));
    expect(refOf(outcome)).toEqual(ref);
    const messages = await sandbox.messages();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain('well again');
    expect(messages[0]?.history.map(({ event }) => event)).toEqual(['posted', 'updated']);
  });

  it('leaves nothing of what was there', async () => {
    const { take, ref } = await withCard();
    const { payload } = chat.platform.renderText('Nothing else', {}, 'bot') as never as {
      payload: Record<string, unknown>;
    };
    await take(bot.update(payload, ref));
    const [message] = await sandbox.messages();
    expect(JSON.stringify(message?.payload)).not.toContain('Checkout');
  });

  it('answers a card', async () => {
    const { take, ref } = await withCard();
    const reply = refOf(await take(bot.reply(closedCard(id), ref, 'k2')));
    expect(reply.message).not.toBe(ref.message);
    const [first, second] = await sandbox.messages();
    expect(second?.replyTo ?? null).toBe(facts.threads ? first?.ref : null);
    expect(second?.channel).toBe(facts.channel);
    expect(first?.history).toHaveLength(1);
  });

  it('deletes a card, and knows that it is gone', async () => {
    const { take, ref } = await withCard();
    if (facts.kept !== undefined) {
      expect(await take(bot.remove(ref))).toMatchObject({ problem: { code: facts.kept } });
      return expect(await sandbox.messages()).toMatchObject([{ deleted: false }]);
    }
    expect((await take(bot.remove(ref))).kind).toBe('delivered');
    expect(await sandbox.messages()).toMatchObject([{ deleted: true }]);
    for (const steps of [bot.update(closedCard(id), ref), bot.remove(ref)]) {
      expect(await take(steps)).toMatchObject({ kind: 'gone', problem: { code: facts.gone } });
    }
    if (facts.threads) {
      const { kind } = await take(bot.reply(closedCard(id), ref, 'k3'));
      expect(kind).toBe(facts.outlived ? 'delivered' : 'gone');
    }
  });
});
