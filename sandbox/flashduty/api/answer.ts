import { randomBytes } from 'node:crypto';
import { jsonText } from '../../judging/answers';
import type { Accepted, Answer, Refused } from '../../platform';
import { type ErrorCode, errors } from './errors';

export interface ApiError {
  code: ErrorCode;
  reason: string;
  /** What Flashduty says, where it is not the usual. */
  message?: string;
}

export const invalid = (reason: string): ApiError => ({ code: 'InvalidParameter', reason });

export const missing = (what: string, id: string | number): ApiError => ({
  code: 'ResourceNotFound',
  reason: `There is no ${what} ${id}.`,
});

/** https://docs.flashcat.cloud/en/openapi/introduction, Response Structure */
export function refuse(error: ApiError, payload?: unknown): Refused {
  const { code, reason, message } = error;
  const row: { status: number; code?: string; message: string; source: string } = errors[code];
  const told = { code: row.code ?? code, message: message ?? `${row.message} ${reason}` };
  const answer = envelope(row.status, { error: told });
  return { verdict: 'refused', code, reason, source: row.source, payload, answer };
}

/** What was asked for; a change is answered with null. */
export function tell(data: unknown = null): Accepted {
  return { verdict: 'accepted', answer: envelope(200, { data }) };
}

export const rateLimited = (): Answer =>
  refuse({ code: 'rate_limited', reason: '', message: errors.rate_limited.message }).answer;

function envelope(status: number, content: object): Answer {
  const request_id = randomBytes(16).toString('hex');
  return jsonText(status, { request_id, ...content }, { 'flashcat-request-id': request_id });
}
