import { buildCard } from '../alert/build-card';
import type { AlertCard } from '../alert/card';
import type { AlertState } from '../alert/state';
import { sentences } from '../i18n/index';
import type { ChatPlatform, ChatTransport, Rendered, RenderOptions, TransportId } from './platform';
import { CHATS, type ChatId } from './registry';

export type { ChatId } from './registry';

export interface ChatSummary {
  readonly id: ChatId;
  readonly name: string;
  readonly transports: readonly { readonly id: string; readonly updates: boolean }[];
}

/** Every chat and how it can be reached. */
export const listChatPlatforms = (): readonly ChatSummary[] =>
  Object.entries<ChatPlatform>(CHATS).map(([id, { name, transports }]) => ({
    id: id as ChatId,
    name,
    transports: Object.entries(transports).map(([key, { updates }]) => ({ id: key, updates })),
  }));

export const findChat = (id: string): ChatPlatform | undefined =>
  Object.hasOwn(CHATS, id) ? CHATS[id as ChatId] : undefined;

/** The chat and the way of reaching it, if there are such. */
export const findTransport = (
  chat: string,
  transport: string,
):
  | {
      readonly platform: ChatPlatform;
      readonly transport: ChatTransport;
      readonly via: TransportId;
    }
  | undefined => {
  const platform = findChat(chat);
  if (!platform || !Object.hasOwn(platform.transports, transport)) return undefined;
  const via = transport as TransportId;
  const found = platform.transports[via];
  return found && { platform, transport: found, via };
};

/**
 * The message an alert becomes: a dry run. The types leave no unknown chat; one that comes in at
 * run time all the same gives an empty payload and says so in `dropped`. `dress` adds what is not the
 * alert's: buttons.
 */
export const renderCard = (
  chat: ChatId,
  transport: TransportId,
  state: AlertState,
  options: RenderOptions = {},
  dress: (card: AlertCard) => AlertCard = (card) => card,
): Rendered =>
  findTransport(chat, transport)?.platform.render(
    dress(buildCard(state, options)),
    options,
    transport,
  ) ?? nothing(sentences(options.language).dropped.chat({ chat, transport }));

const nothing = (reason: string): Rendered => ({
  payload: {},
  size: { used: 0, limit: 0, unit: 'characters' },
  dropped: [reason],
  pings: [],
});
