import { randomUUID } from 'node:crypto';
import { jsonText } from '../../../judging/answers';
import type { Answer, Refused } from '../../../platform';
import { type LoginCode, loginErrors } from './errors';

export interface LoginError {
  code: LoginCode;
  /** What is wrong, and where. */
  words?: readonly string[];
}

export const HEADERS = { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' };

export function refuseLogin(error: LoginError, payload: unknown, now: number): Refused {
  const { source } = loginErrors[error.code];
  const reason = messageOf(error);
  const answer = loginAnswer(error, now);
  return { verdict: 'refused', code: error.code, reason, source, payload, answer };
}

export function loginAnswer(
  error: LoginError,
  now: number,
  headers: Record<string, string> = {},
): Answer {
  const name = error.code === 'rate_limited' ? 'AADSTS90055' : error.code;
  const ids = { trace_id: randomUUID(), correlation_id: randomUUID() };
  const timestamp = new Date(now).toISOString().replace(/T(.*)\..*/, ' $1Z');
  const number = Number(name.replace('AADSTS', ''));
  const lines = [
    `${name}: ${messageOf(error)}`,
    `Trace ID: ${ids.trace_id}`,
    `Correlation ID: ${ids.correlation_id}`,
    `Timestamp: ${timestamp}`,
  ];
  const { status, error: word } = loginErrors[error.code];
  const body = {
    error: word,
    error_description: lines.join(' '),
    error_codes: [number],
    timestamp,
    ...ids,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
  return jsonText(status, body, { ...HEADERS, ...headers });
}

function messageOf({ code, words = [] }: LoginError): string {
  return loginErrors[code].message.replace(/\{(\d)\}/g, (_, at: string) => words[Number(at)] ?? '');
}
