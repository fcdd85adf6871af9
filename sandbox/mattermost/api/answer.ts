import { jsonText } from '../../judging/answers';
import type { Accepted, Answer, NewMessage, Refused } from '../../platform';
import { allErrors, type ErrorId } from './all-errors';
import { newId } from './ids';

export interface ApiError {
  id: ErrorId;
  reason: string;
  /** The parameter that is wrong. */
  name?: string;
  /** What else the sentence names. */
  params?: Readonly<Record<string, string>>;
}

/** As people and bots are told it. */
export function sentenceOf({ id, name = '', params = {} }: ApiError): string {
  const known: Record<string, string> = { name, ...params };
  return allErrors[id].message.replace(/\{(\w+)\}/g, (_, word: string) => known[word] ?? '');
}

/** In production the details stay in the log. */
export function refuse(error: ApiError, payload?: unknown): Refused {
  const { id, reason } = error;
  const { status, source } = allErrors[id];
  const answer = json(status, {
    id,
    message: sentenceOf(error),
    detailed_error: '',
    request_id: newId(),
    status_code: status,
  });
  return { verdict: 'refused', code: id, reason, source, payload, answer };
}

export const forbidden = (reason: string): ApiError => ({
  id: 'api.context.permissions.app_error',
  reason,
});

/** What was asked for. */
export function tell(value: unknown, status = 200): Accepted {
  return { verdict: 'accepted', answer: json(status, value) };
}

/** What people now see, and what the bot is told of it. */
export function carryOut(
  does: NonNullable<Accepted['does']>,
  message: NewMessage,
  value: unknown,
): Accepted {
  const answer = json(does === 'post' ? 201 : 200, value);
  return { verdict: 'accepted', does, message, answer };
}

/** Clients look for exactly this content type. */
function json(status: number, value: unknown): Answer {
  return jsonText(status, value, { 'content-type': 'application/json' });
}
