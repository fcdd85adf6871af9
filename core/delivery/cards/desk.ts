import type { ButtonRules } from '../../answers/buttons';
import type {
  BotTransport,
  ChatPlatform,
  ChatTransport,
  Place,
  Rate,
  RenderOptions,
} from '../../chat/platform';
import type { Clock, Http } from '../../ports';
import type { Receipt } from '../receipt';
import type { CardRow, CardStore } from './store';

/** What becomes of a card that is already there. */
export type CardMode = 'reply' | 'update' | 'thread' | 'new';

/** Everything that is needed to keep the cards of one destination. */
export interface CardDesk {
  /** As listed by `listChatPlatforms`. */
  readonly chat: string;
  readonly transport: string;
  /** Names the destination for ever: two senders with the same name share their cards. */
  readonly destination: string;
  /** Where a bot posts; a webhook knows by itself. */
  readonly to?: Place | undefined;
  readonly options?: RenderOptions | undefined;
  /** Default `reply`. Of a bot only. */
  readonly mode?: CardMode | undefined;
  readonly mentionAssignees?: boolean | undefined;
  /** The buttons of its cards; none where absent. */
  readonly buttons?: ButtonRules | undefined;
  readonly http: Http;
  readonly clock: Clock;
  readonly store: CardStore;
  /** Tells this run from others that want to send to the destination. */
  readonly owner: string;
  /** In place of what the chat is known to take. */
  readonly rate?: Rate | undefined;
  /** How long the run may wait for its turn, in ms. */
  readonly maxWaitMs: number;
  /** One after the other, for runs of one process that share a destination. */
  readonly turn?: (<Result>(work: () => Promise<Result>) => Promise<Result>) | undefined;
  /** Who is who, by chat, place and e-mail address; kept by the host. */
  readonly people: Map<string, string | undefined>;
  /** Told once the events are in a lasting store: from here on they are shown, sooner or later. */
  readonly onKept?: (() => void) | undefined;
  /** Told of each card that was shown, or never will be, whoever wrote it down. */
  readonly onShown?: ((row: CardRow, receipt: Receipt) => void) | undefined;
}

/** A desk with the chat found. */
export interface Manned extends CardDesk {
  readonly platform: ChatPlatform;
  readonly way: ChatTransport;
}

/** A desk whose chat is reached by a bot. */
export interface BotDesk extends Manned {
  readonly way: BotTransport;
  readonly to: Place;
}
