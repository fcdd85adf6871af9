import { isAwaited } from './awaited';
import type { Manned } from './desk';
import { capacity, type Pace } from './pace';
import { newsOf } from './render-news';
import type { CardRow } from './store';

/** What is shown next. */
export type Choice =
  | { readonly show: 'card'; readonly row: CardRow }
  /** One message with a line for each. */
  | { readonly show: 'new-digest'; readonly rows: readonly CardRow[] }
  | { readonly show: 'digest'; readonly digest: string };

/** What would take longer than this to show one by one is shown together. */
const TOGETHER_AFTER_MS = 10_000;

/**
 * `pending` is never empty: what may be there already since somebody died posting it, then who is
 * waited for, then the longest unchanged.
 */
export const choose = (
  { way }: Manned,
  pending: readonly CardRow[],
  nextAt: number,
  now: number,
  pace: Pace,
): Choice => {
  const room = Math.max(1, Math.floor(capacity(nextAt, now, TOGETHER_AFTER_MS, pace)));
  const storm = pending.length > room;
  const begun = pending.find((row) => row.begun !== undefined);
  if (begun) return { show: 'card', row: begun };
  const unseen = pending.filter(({ ref }) => !way.updates || ref === undefined);
  if (storm && unseen.length > 1) return { show: 'new-digest', rows: unseen };
  const [row] = pending.some(isAwaited) || unseen.length === 0 ? pending : unseen;
  if (!row) throw new RangeError('Nothing is pending.');
  const own = row.digest === undefined || (!storm && deservesOwn(row));
  return own ? { show: 'card', row } : { show: 'digest', digest: row.digest };
};

/** Once the storm is over, an alert that calls somebody leaves the crowd. */
const deservesOwn = (row: CardRow): boolean =>
  newsOf(row).some(({ matters, announce, silent }) => matters && announce && !silent);
