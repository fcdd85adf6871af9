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
}

/** What the robots have sent. */
export class World {
  readonly now: () => number;
  readonly #posts = new Map<string, Post>();
  readonly #cards = new Map<string, Card>();

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

  clear(): void {
    this.#posts.clear();
    this.#cards.clear();
  }
}

const keyOf = ({ clientId }: DingTalkApp, outTrackId: string) => `${clientId} ${outTrackId}`;
