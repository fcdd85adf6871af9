import { jsonText } from '../../judging/answers';
import type { Accepted, Answer, Refused } from '../../platform';
import { type ErrorCode, errors } from './errors';

export interface ApiError {
  code: ErrorCode;
  reason: string;
  /** Where it may differ from the table's. */
  status?: number;
  headers?: Record<string, string>;
}

/** https://api.ilert.com/api-docs/#section/Errors */
export function refuse({ code, reason, headers, ...own }: ApiError, payload?: unknown): Refused {
  const { message, source, ...row } = errors[code];
  const status = own.status ?? row.status;
  const body = { status, message: `${message}: ${reason}`, code: nameOf(code) };
  const answer = jsonText(status, body, headers);
  return { verdict: 'refused', code, reason, source, payload, answer };
}

const nameOf = (code: ErrorCode) => (code === 'rate_limited' ? 'TOO_MANY_REQUESTS' : code);

export const rateLimited = (retryAfter: string): Answer =>
  refuse({
    code: 'rate_limited',
    reason: 'wait for a new window',
    headers: { 'retry-after': retryAfter },
  }).answer;

export const bad = (reason: string): ApiError => ({ code: 'BAD_REQUEST', reason });

export const missing = (what: string, id: string | number): ApiError => ({
  code: 'NOT_FOUND',
  reason: `There is no ${what} ${id}.`,
});

/** What was asked for, or what became of it. */
export function tell(value: unknown, status = 200): Accepted {
  const answer = status === 204 ? { status, body: '' } : jsonText(status, value);
  return { verdict: 'accepted', answer };
}
