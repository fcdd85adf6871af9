import type { Problem } from '../problem';

/** What one HTTP call to a chat platform did. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly ref?: MessageRef }
  /** Taken, but the platform will only later know whether people see it. */
  | { readonly kind: 'accepted'; readonly reason: string }
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly problem: Problem }
  | { readonly kind: 'rejected'; readonly problem: Problem }
  /** Sent, but the answer was lost: the message may or may not be there. */
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** Where a message lives, so that a later event can change it. */
export interface MessageRef {
  readonly chat: string;
  readonly channel?: string;
  readonly message: string;
}
