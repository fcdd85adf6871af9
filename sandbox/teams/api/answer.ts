import { jsonText } from '../../judging/answers';
import type { Accepted, Answer, NewMessage, Refused } from '../../platform';
import { type ErrorCode, errors } from './errors';

export interface ApiError {
  code: ErrorCode;
  /** For the journal; the bot is told it where the message depends on the scenario. */
  reason: string;
  /** A page that says more than the one of the table. */
  source?: string;
  headers?: Record<string, string>;
}

export function refuse(error: ApiError, payload?: unknown): Refused {
  const { code, reason, source = errors[code].source } = error;
  return { verdict: 'refused', code, reason, source, payload, answer: errorAnswer(error) };
}

/** What was asked for. */
export function tell(value: unknown, status = 200): Accepted {
  return { verdict: 'accepted', answer: jsonText(status, value) };
}

/** What people now see, and what the bot is told of it. */
export function carryOut(
  does: NonNullable<Accepted['does']>,
  message: NewMessage,
  answer: Answer,
): Accepted {
  return { verdict: 'accepted', does, message, answer };
}

export function errorAnswer({ code, reason, headers }: ApiError): Answer {
  const row = errors[code];
  const message = 'message' in row ? row.message : reason;
  return jsonText(row.status, bodyOf(code, message), { ...HEADERS[code], ...headers });
}

const HEADERS: Partial<Record<ErrorCode, Record<string, string>>> = {
  Unauthorized: { 'www-authenticate': 'Bearer' },
};

/** What never reaches the connector itself is answered by what stands before it. */
const BEFORE: readonly ErrorCode[] = [
  'Unauthorized',
  'NotFound',
  'MethodNotAllowed',
  'UnsupportedMediaType',
];

function bodyOf(code: ErrorCode, message: string) {
  if (BEFORE.includes(code)) return { message };
  if (code === 'MessageWritesBlocked') return blocked(code, message);
  return { error: { code: code === 'rate_limited' ? 'Throttled' : code, message } };
}

/** The answer of the service behind the connector, as the page on proactive messages shows it. */
function blocked(subCode: string, details: string) {
  const inner = { subCode, details, errorCode: null, errorSubCode: null };
  return { errorCode: 209, message: JSON.stringify(inner, null, 2).replaceAll('\n', '\r\n') };
}
