import type { AlertEvent } from '../../alert/event';
import type { AlertState } from '../../alert/state';
import type { MessageRef } from '../../http/outcome';
import type { Problem } from '../../problem';
import type { ReceiptStatus } from '../receipt';

/** An event that a card has still to show, or to speak of. */
export interface News {
  /** The version of the card that it made. */
  readonly version: number;
  readonly event: AlertEvent;
  /** False where it may only change what is there. */
  readonly announce: boolean;
  /** No sound, no mention. */
  readonly silent: boolean;
  /** Somebody has to act, or to hear that nobody does. */
  readonly matters: boolean;
  /** E-mail addresses of those whom it newly concerns. */
  readonly calls: readonly string[];
}

/** Which card: of one alert, in one of its lives, at one destination. */
export interface CardKey {
  readonly destination: string;
  /** Of the alert, at its platform and account. */
  readonly card: string;
  /** As in AlertState. */
  readonly episode: number;
}

/** What a card is to show. Plain JSON. */
export interface CardEntry extends CardKey {
  /** Counts the changes of the story, from 1. */
  readonly version: number;
  readonly story: AlertState;
  readonly news: readonly News[];
  /** When it changed last, in ms. */
  readonly changedAt: number;
}

/** A message that may be there, and shows the card as it was then. */
export interface Begun {
  readonly version: number;
  /** In ms. */
  readonly at: number;
}

/** What the chat shows of a card. Only who holds the lease of the destination writes it. */
export interface CardShown {
  /** The version the chat shows; a lower one than the entry's means that something is pending. */
  readonly shown: number;
  readonly shownAt?: number;
  /** How that version was shown. */
  readonly fate?: ReceiptStatus;
  readonly ref?: MessageRef;
  /** Messages posted for this card so far. */
  readonly posts: number;
  /** The next one was begun: after a crash it may be there without a ref. */
  readonly begun?: Begun;
  /** The message lists several alerts; the same word for all of them. */
  readonly digest?: string;
  /** Why the last version was not shown, and will not be tried again by itself. */
  readonly problem?: Problem;
  /** Somebody was told of the problem. */
  readonly reported?: boolean;
  /** Reminders sent so far, and when the last one was. */
  readonly reminders?: number;
  readonly remindedAt?: number;
}

export interface CardRow extends CardEntry, CardShown {
  /** The store's own number for it, ascending; the lowest counts where two have one key. */
  readonly row: number;
}

/** The right to send to a destination, until a time in ms. */
export interface Lease {
  /** When the destination takes the next message, in ms. */
  readonly nextAt: number;
}

/**
 * Keeps cards between events, runs and processes. Every method may reject; what is sent then is not
 * protected against a second sender, and receipts say so.
 */
export interface CardStore {
  /** False where it ends with this run: nothing can be left for later. */
  readonly lasting: boolean;
  /** One after the other at a destination; absent where other processes write too. */
  alone?<Result>(destination: string, work: () => Promise<Result>): Promise<Result>;
  /** All rows of these cards, of every episode, in the order they were inserted. */
  read(destination: string, cards: readonly string[]): Promise<readonly CardRow[]>;
  insert(entries: readonly CardEntry[]): Promise<void>;
  /** False, and nothing changed, where the row has another version by now. */
  replace(row: CardRow, entry: CardEntry): Promise<boolean>;
  /** Rows that show less than they should, and all rows of these cards, as `read` would tell them. */
  pending(destination: string, cards: readonly string[]): Promise<readonly CardRow[]>;
  /** Rows that are listed in one message. */
  listed(destination: string, digest: string): Promise<readonly CardRow[]>;
  show(row: CardRow, shown: CardShown): Promise<void>;
  forget(rows: readonly CardRow[]): Promise<void>;
  /** Forgets resolved cards that show everything and have not changed since then, in ms. */
  prune(before: number): Promise<void>;
  /** Undefined while somebody else holds it. */
  lease(destination: string, owner: string, now: number, until: number): Promise<Lease | undefined>;
  /** False where it was lost. */
  extend(destination: string, owner: string, until: number): Promise<boolean>;
  release(destination: string, owner: string, nextAt: number): Promise<void>;
  /** Every row, for those who watch over them. */
  all(): Promise<readonly CardRow[]>;
}
