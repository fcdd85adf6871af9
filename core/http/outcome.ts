import type { Problem } from '../problem';

/** What one HTTP call to a chat platform did. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly ref?: MessageRef }
  /** Taken, but the platform will only later know whether people see it. */
  | { readonly kind: 'accepted'; readonly reason: string }
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly problem: Problem }
  | { readonly kind: 'rejected'; readonly problem: Problem }
  /** The message that was to be changed is not there any more, or may not be changed any more. */
  | { readonly kind: 'gone'; readonly problem: Problem }
  /** Sent, but the answer was lost: the message may or may not be there. */
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** Where a message lives, so that a later event can change it: plain JSON. */
export interface MessageRef {
  readonly chat: string;
  /** In the platform's own ids: channel, conversation, group. */
  readonly channel?: string;
  readonly message: string;
  /** The address of the server that holds it, where a platform has several. */
  readonly service?: string;
}
