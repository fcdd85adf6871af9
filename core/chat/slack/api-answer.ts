import { isRecord, record, text } from '../../alert/untrusted';
import type { MessageRef } from '../../http/outcome';
import { type HttpAnswer, type HttpResponse, isFailure } from '../../http/types';
import type { Problem } from '../../problem';
import { unexpectedAnswer } from '../answer';
import { cleanLine } from '../clean';
import { parseJson } from '../json';
import { failureOutcome, statusOutcome } from '../status';
import type { Trouble } from '../trouble';
import { botProblem, missingScope } from './bot-errors';

export type Data = Readonly<Record<string, unknown>>;

/** What the Web API answered; `word` is its own word for the trouble. */
export type Said =
  | { readonly data: Data; readonly headers: HttpResponse['headers'] }
  | { readonly trouble: Trouble; readonly word?: string };

/** The 429 itself is written without an underscore, other places have one. */
const TOO_MANY: readonly string[] = ['ratelimited', 'rate_limited'];
const LATER: readonly string[] = [
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  'team_added_to_org',
];
/** The message cannot be changed any more, whatever is tried. */
const GONE: readonly string[] = [
  ...['message_not_found', 'thread_not_found', 'cant_update_message', 'cant_delete_message'],
  ...['edit_window_closed', 'cannot_reply_to_message'],
];

/** HTTP 200 is no success: `ok` says it. https://docs.slack.dev/apis/web-api#responses */
export const readApi = (answer: HttpAnswer, now: number): Said => {
  if (isFailure(answer)) return { trouble: failureOutcome(answer, 'Slack') as Trouble };
  const data = parseJson(answer.body);
  if (isRecord(data) && data.ok === true && answer.status === 200) {
    return { data, headers: answer.headers };
  }
  const word = isRecord(data) && data.ok === false ? wordOf(data.error) : undefined;
  if (isRecord(data) && word !== undefined) {
    return { word, trouble: troubleOf(word, data, answer, now) };
  }
  const status = statusOutcome(answer, now, 'Slack') as Trouble | undefined;
  return { trouble: status ?? unexpected(answer) };
};

const wordOf = (error: unknown): string | undefined =>
  typeof error === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(error) ? error : undefined;

const troubleOf = (word: string, data: Data, answer: HttpResponse, now: number): Trouble => {
  if (TOO_MANY.includes(word)) {
    return statusOutcome({ ...answer, status: 429 }, now, 'Slack') as Trouble;
  }
  if (LATER.includes(word)) return { kind: 'retry', problem: busy(word) };
  if (word === 'missing_scope') return { kind: 'rejected', problem: missingScope(needed(data)) };
  return { kind: GONE.includes(word) ? 'gone' : 'rejected', problem: botProblem(word) };
};

const needed = (data: Data): string =>
  typeof data.needed === 'string' && /^[a-z:._,]{1,200}$/.test(data.needed)
    ? data.needed.replaceAll(',', ', ')
    : 'unknown';

const busy = (word: string): Problem => ({
  code: `slack.${word}`,
  message: `Slack could not answer for now (${word}).`,
  hint: 'The trouble is on the other side. Try again later; https://slack-status.com tells more.',
});

export const unexpected = (answer: HttpResponse): Trouble => ({
  kind: 'rejected',
  problem: unexpectedAnswer(answer, SLACK),
});

const SLACK = { id: 'slack', name: 'Slack', whose: "Slack's", address: 'base URL' };

/** Where a message is; undefined where the answer does not say. */
export const refOf = (channel: unknown, ts: unknown): MessageRef | undefined =>
  typeof channel === 'string' && typeof ts === 'string' && /^\d{1,12}\.\d{1,9}$/.test(ts)
    ? { chat: 'slack', channel: channel.slice(0, 100), message: ts }
    : undefined;

/** Where the next page of a list begins; empty on the last one. */
export const nextOf = ({ response_metadata }: Data): string => {
  const { next_cursor: next } = record(response_metadata);
  return typeof next === 'string' && next.length <= 1000 ? next : '';
};

/** A name as people may be shown it. */
export const nameOf = (value: unknown, otherwise: string): string =>
  cleanLine((text(value) ?? '').slice(0, 100)) || otherwise;
