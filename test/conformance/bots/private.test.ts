import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(BOT_CHATS)('in a channel of $name', (chat) => {
  const { bot, facts, id } = chat;

  it('one person alone sees what is whispered, where the chat can whisper', async () => {
    const name = facts.whisperer;
    expect(bot.whisper !== undefined).toBe(name !== undefined);
    if (!bot.whisper || name === undefined) return;
    const { take, channel } = botAtWork(chat, sandbox, http, { name });
    const to = { channel: channel(facts.channel), person: facts.person.id };
    expect((await take(bot.whisper(openCard(id), to, 'k1'))).kind).toBe('delivered');
    expect(await sandbox.messages()).toMatchObject([
      { channel: facts.channel, onlyFor: facts.person.name ?? facts.person.channel },
    ]);
  });
});
