const FIRST_WAIT_MS = 1000;
/** Keeps senders that were refused together from coming back together. */
const SPREAD = 0.25;
const MOST_ATTEMPTS = 10;

export interface NextWait {
  readonly waitMs: number;
  /** The wait would end later than allowed: trying again makes sense after it, but not here. */
  readonly giveUp: boolean;
}

export interface RetrySituation {
  /** Requests made so far, from 1. */
  readonly attempt: number;
  /** What the platform asked for, in ms. */
  readonly afterMs?: number | undefined;
  /** Since the first request, in ms. */
  readonly elapsedMs: number;
  readonly maxWaitMs: number;
  /** 0 <= x < 1 */
  readonly random: number;
}

/** 1, 2, 4 … s, never sooner than the platform asked, never beyond `maxWaitMs` in all. */
export const nextWait = ({
  attempt,
  afterMs,
  elapsedMs,
  maxWaitMs,
  random,
}: RetrySituation): NextWait => {
  const asked = afterMs !== undefined && Number.isFinite(afterMs) ? Math.max(0, afterMs) : 0;
  const own = FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, MOST_ATTEMPTS);
  const waitMs = Math.ceil((asked > 0 ? asked : own) * (1 + SPREAD * random));
  const late = !(elapsedMs + waitMs <= maxWaitMs);
  return { waitMs, giveUp: late || attempt >= MOST_ATTEMPTS };
};
