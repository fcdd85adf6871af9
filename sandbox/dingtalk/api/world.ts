import type { NewMessage } from '../../platform';
import type { DingTalkApp } from './apps';
import type { CardTemplate } from './templates';

/** A plain message of a robot. */
export interface Post {
  /** Its processQueryKey. */
  key: string;
  app: DingTalkApp;
  /** The group it is in; absent between a robot and people. */
  groupId?: string;
  at: number;
  /** As the journal has it, in each channel. */
  messages: readonly NewMessage[];
}

/** Where a card is, and who sees it there. */
export interface Delivery {
  channel: string;
  onlyFor?: string;
  pings: readonly string[];
}

export type Params = Record<string, string>;

/** Where a press of a card's button goes. */
export type CardCallback = { type: 'STREAM' } | { type: 'HTTP'; routeKey: string };

/** An address registered for presses. */
export interface CallbackRoute {
  callbackUrl: string;
  /** Without it nothing is signed. */
  apiSecret?: string;
}

export interface Card {
  outTrackId: string;
  app: DingTalkApp;
  template: CardTemplate;
  params: Params;
  /** What only one person sees of it, by userId. */
  privateParams: Record<string, Params>;
  /** The kinds of places it was made for. */
  spaces: readonly string[];
  deliveries: readonly Delivery[];
  callback: CardCallback;
}

/** What the robots have sent. */
export class World {
  readonly now: () => number;
  readonly #posts = new Map<string, Post>();
  readonly #cards = new Map<string, Card>();
  readonly #routes = new Map<string, CallbackRoute>();
  readonly #calling = new Set<string>();

  constructor(now: () => number) {
    this.now = now;
  }

  keepPost(post: Post): void {
    this.#posts.set(post.key, post);
  }

  findPost(key: string): Post | undefined {
    return this.#posts.get(key);
  }

  removePost({ key }: Post): void {
    this.#posts.delete(key);
  }

  keepCard(card: Card): void {
    this.#cards.set(keyOf(card.app, card.outTrackId), card);
  }

  findCard(app: DingTalkApp, outTrackId: string): Card | undefined {
    return this.#cards.get(keyOf(app, outTrackId));
  }

  /** The card somebody sees in a channel. */
  findCardIn(channel: string, outTrackId: string): Card | undefined {
    return [...this.#cards.values()].find(
      (card) =>
        card.outTrackId === outTrackId && card.deliveries.some((each) => each.channel === channel),
    );
  }

  keepRoute(app: DingTalkApp, routeKey: string, route: CallbackRoute): void {
    this.#routes.set(keyOf(app, routeKey), route);
  }

  findRoute(app: DingTalkApp, routeKey: string): CallbackRoute | undefined {
    return this.#routes.get(keyOf(app, routeKey));
  }

  /** While an app is asked what becomes of a press, its card is not to be changed by a call. */
  async whileCalling<T>({ app, outTrackId }: Card, call: () => Promise<T>): Promise<T> {
    const key = keyOf(app, outTrackId);
    this.#calling.add(key);
    return call().finally(() => this.#calling.delete(key));
  }

  isCalling(app: DingTalkApp, outTrackId: string): boolean {
    return this.#calling.has(keyOf(app, outTrackId));
  }

  /** What is registered stays. */
  clear(): void {
    this.#posts.clear();
    this.#cards.clear();
  }
}

const keyOf = ({ clientId }: DingTalkApp, outTrackId: string) => `${clientId} ${outTrackId}`;
