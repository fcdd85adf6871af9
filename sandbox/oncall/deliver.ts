import type { Desk } from '../server/desk';
import { failureIn, sentenceFor } from './failure';
import type { Failure, Manners } from './rules';

const LONGEST_ANSWER = 2000;

export interface Answered {
  ok: boolean;
  status: number | null;
  ms: number;
  reason: string | null;
  /** How often the body was sent. */
  attempts: number;
}

export interface Parcel {
  url: string;
  headers: Record<string, string>;
  eventType: string | null;
  body: string;
}

type Sender = Pick<Desk, 'closing'>;

/** Posts one body, as the platform does. */
export async function post(desk: Sender, manners: Manners, parcel: Parcel): Promise<Answered> {
  const startedAt = performance.now();
  const first = await attempt(desk, manners, parcel);
  const again = first.failure !== undefined && manners.triesAgain(first.failure);
  const { failure: _, ...answer } = again ? await attempt(desk, manners, parcel) : first;
  return { ms: Math.round(performance.now() - startedAt), attempts: again ? 2 : 1, ...answer };
}

interface Attempt {
  ok: boolean;
  status: number | null;
  reason: string | null;
  failure?: Failure;
}

async function attempt(desk: Sender, manners: Manners, parcel: Parcel): Promise<Attempt> {
  const { url, headers } = parcel;
  const patienceMs = manners.patienceMs(parcel.eventType);
  const signal = AbortSignal.any([desk.closing, AbortSignal.timeout(patienceMs)]);
  const sent = { 'content-type': 'application/json', 'user-agent': manners.userAgent, ...headers };
  let answered = false;
  try {
    const init = { method: 'POST', headers: sent, body: parcel.body, signal } as const;
    const response = await fetch(url, { ...init, redirect: 'manual' });
    answered = true;
    return judge(manners, response.status, await response.text());
  } catch (error) {
    const failure = failureIn(error, answered);
    const reason = sentenceFor(failure, error, url, patienceMs);
    return { ok: false, status: null, reason, failure };
  }
}

function judge({ isSuccess }: Manners, status: number, text: string): Attempt {
  const ok = isSuccess(status);
  const counts = !ok && status >= 200 && status < 300;
  const reason = counts
    ? `To this platform ${status} is a failure.`
    : reasonIn(text.slice(0, LONGEST_ANSWER));
  return { ok, status, reason };
}

/** The message of a JSON answer, else its text. */
function reasonIn(text: string): string | null {
  try {
    const { message, error } = JSON.parse(text);
    const found = message ?? error?.message ?? error;
    if (typeof found === 'string') return found;
  } catch {
    // Not JSON: the text itself is the reason.
  }
  return text.trim() || null;
}
