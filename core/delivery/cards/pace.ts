import type { Rate } from '../../chat/platform';

/** How a destination is kept within its rate: any window of `perMs` holds at most `requests`. */
export interface Pace {
  /** Between two messages in the long run, in ms. */
  readonly intervalMs: number;
  /** How far ahead of that a burst may run, in ms. */
  readonly toleranceMs: number;
}

/** One message less for each that a burst may add keeps the window whole. */
export const paceOf = ({ requests, perMs, burst = 1 }: Rate): Pace => {
  const intervalMs = perMs / Math.max(1, requests - burst + 1);
  return { intervalMs, toleranceMs: intervalMs * (burst - 1) };
};

/** When the next message may go, in ms; `nextAt` is what the destination's row keeps. */
export const dueAt = (nextAt: number, { toleranceMs }: Pace): number => nextAt - toleranceMs;

/** What the row keeps after a message. */
export const afterOne = (nextAt: number, now: number, { intervalMs }: Pace): number =>
  Math.max(nextAt, now) + intervalMs;

/** How many messages may go within the time that follows, in ms. */
export const capacity = (nextAt: number, now: number, withinMs: number, pace: Pace): number => {
  const first = Math.max(dueAt(nextAt, pace), now);
  const burst = Math.floor(Math.max(0, now - dueAt(nextAt, pace)) / pace.intervalMs);
  const steady = Math.floor(Math.max(0, now + withinMs - first) / pace.intervalMs) + 1;
  return first > now + withinMs ? 0 : steady + Math.min(burst, pace.toleranceMs / pace.intervalMs);
};
