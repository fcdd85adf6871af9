import { listChatPlatforms } from '../../../core/chat/index';
import type { BotTransport, ChatPlatform } from '../../../core/chat/platform';
import { CHATS, type ChatId } from '../../../core/chat/registry';
import { BOT_FACTS, type BotFacts } from './chats';

export interface BotChat {
  readonly id: ChatId;
  readonly name: string;
  readonly platform: ChatPlatform;
  readonly bot: BotTransport;
  readonly facts: BotFacts;
}

/** Every chat of the registry that can be reached by a bot. */
export const BOT_CHATS: readonly BotChat[] = listChatPlatforms().flatMap(({ id, name }) => {
  const platform: ChatPlatform = CHATS[id];
  const { bot } = platform.transports;
  const facts = BOT_FACTS[id];
  return bot ? [{ id, name, platform, bot, facts }] : [];
});
