import { retryAfterMs } from '../http/retry-after';
import type { Steps } from '../http/steps';
import { type HttpAnswer, type HttpRequest, isFailure } from '../http/types';
import type { Clock, Http } from '../ports';
import type { OnCallRequest } from './api';

/** For everything an action needs, waits included: somebody in a chat waits for it. */
export const BUDGET_MS = 20_000;
const TIMEOUT_MS = 8_000;
const LEAST_TIMEOUT_MS = 1_000;
const FIRST_WAIT_MS = 1_000;
const SPREAD = 0.25;
const MOST_ATTEMPTS = 8;

/** What a request has failed with so far. */
interface Failing {
  readonly times: number;
  readonly code: string;
  readonly afterMs?: number | undefined;
}

/**
 * Takes steps to their end, and waits where the platform is busy or away. What surely was not done,
 * and what only asks, is sent again; whether anything else may be is for the steps to find out: the
 * same request again then waits its turn. A request whose time is over counts as not sent.
 */
export const runWithin = async <Result>(
  steps: Steps<Result>,
  http: Http,
  clock: Clock,
  budgetMs = BUDGET_MS,
): Promise<Result> => {
  const end = clock.now() + budgetMs;
  const failing = new Map<string, Failing>();
  let step = steps.next({ answer: { failed: 'not-sent', code: 'NOT_ASKED' }, now: clock.now() });
  while (!step.done) {
    const answer = await insist(step.value, { http, clock, end, failing });
    step = steps.next({ answer, now: clock.now() });
  }
  return step.value;
};

interface Situation {
  readonly http: Http;
  readonly clock: Clock;
  readonly end: number;
  readonly failing: Map<string, Failing>;
}

const insist = async (
  { asks, ...request }: OnCallRequest,
  { http, clock, end, failing }: Situation,
): Promise<HttpAnswer> => {
  const key = `${request.method} ${request.url} ${request.body ?? ''}`;
  for (;;) {
    const before = failing.get(key);
    if (before !== undefined) {
      const waitMs = nextWait(before, clock.random());
      const late = clock.now() + waitMs + LEAST_TIMEOUT_MS > end;
      if (late || before.times >= MOST_ATTEMPTS) return { failed: 'not-sent', code: before.code };
      await clock.sleep(waitMs);
    }
    const left = Math.max(LEAST_TIMEOUT_MS, end - clock.now());
    const answer = await call(http, request, Math.min(TIMEOUT_MS, left));
    const failed = failureIn(answer, clock.now());
    if (failed === undefined && asks) return answer;
    // Whatever the answer: steps that ask for the same again did not get what they wanted.
    const { maybe = true, ...why } = failed ?? { code: codeOf(answer) };
    failing.set(key, { ...why, times: (before?.times ?? 0) + 1 });
    if (!asks && maybe) return answer;
  }
};

/** 1, 2, 4 … s, never sooner than the platform asked. */
const nextWait = ({ times, afterMs = 0 }: Failing, random: number): number =>
  Math.ceil(Math.max(afterMs, FIRST_WAIT_MS * 2 ** (times - 1)) * (1 + SPREAD * random));

const failureIn = (
  answer: HttpAnswer,
  now: number,
): (Omit<Failing, 'times'> & { readonly maybe: boolean }) | undefined => {
  if (isFailure(answer)) return { code: codeOf(answer), maybe: answer.failed === 'answer-lost' };
  const { status, headers } = answer;
  if (status !== 429 && status !== 408 && status !== 425 && status < 500) return undefined;
  const afterMs = retryAfterMs(headers['retry-after'], now);
  const maybe = status !== 429 && status !== 503;
  return { code: codeOf(answer), maybe, afterMs };
};

const codeOf = (answer: HttpAnswer): string =>
  isFailure(answer) ? answer.code : `HTTP_${answer.status}`;

/** One call that always has an answer, also where the host's Http breaks its promise. */
const call = async (http: Http, request: HttpRequest, timeoutMs: number): Promise<HttpAnswer> => {
  try {
    const answer: unknown = await http(request, { timeoutMs });
    return isAnswer(answer) ? answer : BROKEN;
  } catch {
    return BROKEN;
  }
};

const BROKEN: HttpAnswer = { failed: 'answer-lost', code: 'EHOST' };

const isAnswer = (answer: unknown): answer is HttpAnswer => {
  if (typeof answer !== 'object' || answer === null) return false;
  if ('failed' in answer) return answer.failed === 'not-sent' || answer.failed === 'answer-lost';
  const { status, headers, body } = answer as Record<string, unknown>;
  const whole = typeof status === 'number' && typeof body === 'string';
  return whole && typeof headers === 'object' && headers !== null;
};
