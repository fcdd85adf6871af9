import type { Desk } from '../server/desk';
import { sentenceFor } from './failure';

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 2000;

export interface Answered {
  ok: boolean;
  status: number | null;
  ms: number;
  reason: string | null;
}

/** Posts one body to the target as an on-call platform does: once, without following redirects. */
export async function post(desk: Desk, body: string): Promise<Answered & { url: string }> {
  const { url, headers } = desk.target.address();
  const startedAt = performance.now();
  const answer = await attempt(desk, url, headers, body);
  return { url, ms: Math.round(performance.now() - startedAt), ...answer };
}

async function attempt(desk: Desk, url: string, headers: Record<string, string>, body: string) {
  const signal = AbortSignal.any([desk.closing, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'ilert-sandbox', ...headers },
      body,
      redirect: 'manual',
      signal,
    });
    const text = (await response.text()).slice(0, LONGEST_ANSWER);
    return { ok: response.ok, status: response.status, reason: reasonIn(text) };
  } catch (error) {
    return { ok: false, status: null, reason: sentenceFor(error, url) };
  }
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
