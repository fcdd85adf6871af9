import type { Steps } from '../http/steps';
import type { Clock, Http } from '../ports';
import { call } from './call';

/** For one request, in ms. */
export const TIMEOUT_MS = 10_000;

/** Takes steps to their end. Never rejects. */
export const run = async <Result>(
  steps: Steps<Result>,
  http: Http,
  clock: Pick<Clock, 'now'>,
  timeoutMs = TIMEOUT_MS,
): Promise<Result> => {
  let step = steps.next({ answer: { failed: 'not-sent', code: 'NOT_ASKED' }, now: 0 });
  while (!step.done) {
    const answer = await call(http, step.value, timeoutMs);
    step = steps.next({ answer, now: clock.now() });
  }
  return step.value;
};
