import type { Rendered } from '../chat/platform';
import type { MessageRef } from '../http/outcome';
import type { Problem } from '../problem';

export type ReceiptStatus =
  | 'posted'
  | 'updated'
  | 'replied'
  | 'deleted'
  | 'merged'
  | 'superseded'
  | 'skipped'
  | 'deferred'
  | 'failed'
  | 'unknown';

/** What became of one event at one destination: exactly one per item, on every output. */
export interface Receipt {
  readonly receipt: ReceiptStatus;
  readonly chat: string;
  readonly transport: string;
  /** Whose cards these are; where there are cards. */
  readonly destination?: string;
  readonly messageRef?: MessageRef;
  readonly size?: Rendered['size'];
  readonly dropped: readonly string[];
  readonly pings: readonly string[];
  /** Sentences: why skipped, why accepted only, what is not guaranteed. */
  readonly reasons: readonly string[];
  /** Requests made, 0 when nothing was sent. */
  readonly attempts: number;
  /** Set on failed and unknown, and on deferred where more than the chat's pace is in the way. */
  readonly problem?: Problem;
  /** When trying again makes sense, in ms. */
  readonly retryAfterMs?: number;
}

export const isUndelivered = (receipt: Receipt): boolean =>
  receipt.receipt === 'failed' || receipt.receipt === 'unknown';
