import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork, refOf } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(BOT_CHATS)('the bot of $name posts', (chat) => {
  const { bot, facts, id } = chat;
  const worker = () => botAtWork(chat, sandbox, http);

  it('to the channel it is told, and learns where the message is', async () => {
    const { take, channel } = worker();
    const outcome = await take(bot.post(openCard(id), { channel: channel(facts.channel) }, 'k1'));
    const messages = await sandbox.messages();
    expect(messages).toMatchObject([{ channel: facts.channel, replyTo: null, onlyFor: null }]);
    expect(refOf(outcome)).toMatchObject({ chat: id, message: messages[0]?.ref });
    expect(messages[0]?.text).toContain('Checkout answers slowly');
  });

  it('to several channels with one credential', async () => {
    const { take, channel } = worker();
    const refs = [];
    for (const name of [facts.channel, facts.other]) {
      refs.push(
        refOf(await take(bot.post(openCard(id), { channel: channel(name) }, `k${refs.length}`))),
      );
    }
    const messages = await sandbox.messages();
    expect(messages.map((one) => one.channel)).toEqual([facts.channel, facts.other]);
    expect(refs[0]).not.toEqual(refs[1]);
  });

  it('to one person, and can change it there', async () => {
    const { take } = worker();
    const ref = refOf(await take(bot.post(openCard(id), { person: facts.person.id }, 'k1')));
    const [message] = await sandbox.messages();
    expect(message?.channel).toBe(facts.person.channel);
    expect((await take(bot.update(openCard(id), ref))).kind).toBe('delivered');
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('what it may be told to be good', async () => {
    const { credential, take } = worker();
    expect(bot.checkCredential(credential)).toBeUndefined();
    expect(await take(bot.check())).toMatchObject({ name: expect.stringMatching(/\w/) });
    expect(await sandbox.messages()).toEqual([]);
  });
});
