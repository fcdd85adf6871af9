import type { Outcome } from '../http/outcome';
import type { Steps } from '../http/steps';
import type { Clock, Http } from '../ports';
import { nextWait } from './retry';
import { run } from './run';

export interface SendLimits {
  /** From the first request to the last one, in ms; 30,000 at most, and by default. */
  readonly maxWaitMs?: number | undefined;
  /** For one request, in ms; default 10,000. */
  readonly timeoutMs?: number | undefined;
}

export interface Sent {
  readonly outcome: Outcome;
  readonly attempts: number;
  /** When trying again makes sense; set where `outcome` is still a retry. */
  readonly retryAfterMs?: number;
}

const MAX_WAIT_MS = 30_000;

/** Does it, and again for as long as that may help. A lost answer is never sent again. */
export const send = async (
  steps: () => Steps<Outcome>,
  http: Http,
  clock: Clock,
  { maxWaitMs: wanted = MAX_WAIT_MS, timeoutMs }: SendLimits,
): Promise<Sent> => {
  const maxWaitMs = Math.min(wanted, MAX_WAIT_MS);
  const start = clock.now();
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await run(steps(), http, clock, timeoutMs);
    if (outcome.kind !== 'retry') return { outcome, attempts: attempt };
    const elapsedMs = Math.max(clock.now() - start, waited);
    const { afterMs } = outcome;
    const random = clock.random();
    const { waitMs, giveUp } = nextWait({ attempt, afterMs, elapsedMs, maxWaitMs, random });
    if (giveUp || !(await rest(clock, waitMs))) {
      return { outcome, attempts: attempt, retryAfterMs: waitMs };
    }
    waited += waitMs;
  }
};

/** False where the host ended the wait, as when a flow is stopped. */
const rest = async (clock: Clock, ms: number): Promise<boolean> => {
  try {
    await clock.sleep(ms);
    return true;
  } catch {
    return false;
  }
};
