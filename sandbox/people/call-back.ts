import type { Callback } from '../journal/entries';
import { failureIn, sentenceFor } from '../oncall/failure';
import type { Failure } from '../oncall/rules';
import type { Desk } from '../server/desk';

const LONGEST_ANSWER = 1_048_576;

/** What an app is told, and as what kind of request. */
export interface Call {
  platform: string;
  /** As the platform's documents call it: `block_actions`, `slash_command`, `invoke` … */
  kind: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  /** The body as it may be shown, where it works as a password. */
  shown?: string;
  /** The answer as it may be shown, where parts of it work as a password. */
  shownAnswer?: (answer: string) => string;
  patienceMs: number;
  /** The id of the person who did it, where somebody did. */
  by?: string;
}

export interface Called {
  /** Null when no answer arrived. */
  status: number | null;
  headers: Record<string, string>;
  body: string;
  /** Why there is no answer. */
  reason: string | null;
  failure?: Failure;
}

/** Calls an app back, as the platform does, and keeps it in the journal. */
export async function callBack(
  desk: Pick<Desk, 'journal' | 'closing'>,
  call: Call,
): Promise<Called> {
  const started = performance.now();
  const called = await attempt(desk, call);
  const { platform, kind, url, body, shown = body, shownAnswer = String, by = null } = call;
  const entry: Omit<Callback, 'id' | 'at'> = {
    platform,
    kind,
    by,
    url: new URL(url).origin,
    body: shown,
    status: called.status,
    answer: called.status === null ? null : shownAnswer(called.body),
    reason: called.reason,
    ms: Math.round(performance.now() - started),
  };
  desk.journal.addCallback(entry);
  return called;
}

async function attempt(desk: Pick<Desk, 'closing'>, call: Call): Promise<Called> {
  const { url, headers, body, patienceMs } = call;
  const signal = AbortSignal.any([desk.closing, AbortSignal.timeout(patienceMs)]);
  let answered = false;
  try {
    const init = { method: 'POST', headers, body, signal, redirect: 'manual' } as const;
    const response = await fetch(url, init);
    answered = true;
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.text()).slice(0, LONGEST_ANSWER),
      reason: null,
    };
  } catch (error) {
    const failure = failureIn(error, answered);
    const reason = sentenceFor(failure, error, url, patienceMs);
    return { status: null, headers: {}, body: '', reason, failure };
  }
}
