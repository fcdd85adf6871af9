import type { Outcome } from '../http/outcome';
import { retryAfterMs } from '../http/retry-after';
import type { HttpFailure, HttpResponse } from '../http/types';
import type { Problem } from '../problem';

/** Where a platform asks to wait without saying how long. */
const DEFAULT_WAIT_MS = 1000;

/** The call never reached an answer: the same for every chat. */
export const failureOutcome = ({ failed, code }: HttpFailure, chat: string): Outcome =>
  failed === 'not-sent'
    ? { kind: 'retry', problem: notSent(code, chat) }
    : { kind: 'unknown', problem: answerLost(code, chat) };

/**
 * What a status code means on every chat: waiting, trouble on the other side, a redirect. Undefined
 * where the platform's own words decide.
 */
export const statusOutcome = (
  { status, headers }: HttpResponse,
  now: number,
  chat: string,
): Outcome | undefined => {
  const asked = retryAfterMs(headers['retry-after'], now);
  if (status === 429) {
    return { kind: 'retry', afterMs: asked ?? DEFAULT_WAIT_MS, problem: rateLimited(chat) };
  }
  if (status === 408 || status === 425 || status >= 500) {
    const problem = serverError(status, chat);
    return { kind: 'retry', ...(asked !== undefined && { afterMs: asked }), problem };
  }
  if (status < 200 || (status >= 300 && status < 400)) {
    return { kind: 'rejected', problem: redirected(status, chat) };
  }
  return undefined;
};

const notSent = (code: string, chat: string): Problem => ({
  code: 'http.not_sent',
  message: `${chat} could not be reached (${codeWord(code)}).`,
  hint: 'Check the address, DNS, the proxy and the firewall between this machine and the chat.',
});

const answerLost = (code: string, chat: string): Problem => ({
  code: /time-?d?_?out|abort/i.test(code) ? 'http.timeout' : 'http.answer_lost',
  message: `The message was sent, but the answer of ${chat} was lost (${codeWord(code)}).`,
  hint: 'The message may be there or not. It is not sent again, so that nobody is paged twice.',
});

const rateLimited = (chat: string): Problem => ({
  code: 'delivery.rate_limited',
  message: `${chat} takes no more messages for now.`,
  hint: 'Send less to this channel: filter or group the alerts, or spread them over channels.',
});

const serverError = (status: number, chat: string): Problem => ({
  code: 'http.server_error',
  message: `${chat} answered HTTP ${status}.`,
  hint: 'The trouble is on the other side, or in a proxy in between. Try again later.',
});

const redirected = (status: number, chat: string): Problem => ({
  code: 'http.redirected',
  message: `${chat} answered HTTP ${status} instead of taking the message.`,
  hint: 'Redirects are not followed. Check the address, and any proxy that asks for a login.',
});

const codeWord = (code: string): string => /^[\w.-]{1,40}$/.exec(code)?.[0] ?? 'unknown error';
