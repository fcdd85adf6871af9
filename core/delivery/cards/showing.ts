import type { Rendered } from '../../chat/platform';
import type { Problem } from '../../problem';
import type { Receipt } from '../receipt';
import { unsentReceipt } from '../receipt-of';
import type { Manned } from './desk';
import type { CardRow, CardShown } from './store';

/** What became of a try to show a card. */
export type Showing =
  | { readonly kind: 'shown'; readonly shown: CardShown; readonly receipt: Receipt }
  /** It may work after a while, in ms. */
  | { readonly kind: 'later'; readonly afterMs?: number | undefined; readonly problem: Problem };

export const later = (problem: Problem, afterMs?: number): Showing => ({
  kind: 'later',
  problem,
  afterMs,
});

/** What a row says of what is shown, without what ends with each try. */
export const shownOf = ({
  posts,
  ref,
  shown,
  shownAt,
  digest,
  reminders,
  remindedAt,
}: CardRow): CardShown => ({
  posts,
  shown,
  ...(ref && { ref }),
  ...(shownAt !== undefined && { shownAt }),
  ...(digest !== undefined && { digest }),
  ...(reminders !== undefined && { reminders }),
  ...(remindedAt !== undefined && { remindedAt }),
});

/** The version is shown, or will never be: nothing is pending any more. */
export const settled = (
  desk: Manned,
  row: CardRow,
  receipt: Pick<Receipt, 'receipt'> & Partial<Receipt>,
  shown: Partial<CardShown>,
): Showing => ({
  kind: 'shown',
  shown: {
    ...shownOf(row),
    ...shown,
    shown: row.version,
    shownAt: desk.clock.now(),
    fate: receipt.receipt,
  },
  receipt: unsentReceipt(desk, receipt),
});

/** What a message cost, for its receipt. */
export const costOf = ({
  size,
  dropped,
  pings,
}: Rendered): Pick<Receipt, 'size' | 'dropped' | 'pings'> => ({
  size,
  dropped,
  pings,
});
