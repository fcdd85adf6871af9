import type { AlertEvent } from '../../../core/index';

/** An event that was answered for, until one of our end points is done with it. */
export interface Entry {
  readonly event: AlertEvent;
  /** The alert in node it came in through. */
  readonly node: string;
  readonly acceptedAt: number;
  /** When it was last handed to the flow. */
  readonly sentAt: number;
  /** How often it was handed to the flow again. */
  readonly redelivered: number;
  readonly settledAt?: number;
}

export type Change =
  | { readonly type: 'put'; readonly key: string; readonly value: Entry }
  | { readonly type: 'del'; readonly key: string };

/** Where entries are kept, by the id of the event. */
export interface EntryStore {
  get(key: string): Promise<Entry | undefined>;
  /** All or nothing; on disk when it resolves. */
  write(changes: readonly Change[]): Promise<void>;
  all(): Promise<readonly Entry[]>;
}
