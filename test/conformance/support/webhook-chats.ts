import { listChatPlatforms } from '../../../core/chat/index';
import type { ChatPlatform, WebhookTransport } from '../../../core/chat/platform';
import { CHATS, type ChatId } from '../../../core/chat/registry';
import { CHAT_FACTS, type ChatFacts } from '../chats';

export interface WebhookChat {
  readonly id: ChatId;
  readonly name: string;
  readonly platform: ChatPlatform;
  readonly webhook: WebhookTransport;
  readonly facts: ChatFacts;
}

/** Every chat of the registry that can be reached by an incoming webhook. */
export const WEBHOOK_CHATS: readonly WebhookChat[] = listChatPlatforms().flatMap(({ id, name }) => {
  const platform: ChatPlatform = CHATS[id];
  const { webhook } = platform.transports;
  if (!webhook) return [];
  const facts: ChatFacts | undefined = CHAT_FACTS[id];
  if (!facts) throw new Error(`Say in test/conformance/chats.ts how ${name} differs.`);
  return [{ id, name, platform, webhook, facts }];
});
