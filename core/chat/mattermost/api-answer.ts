import { isRecord, text } from '../../alert/untrusted';
import { type HttpAnswer, type HttpResponse, isFailure } from '../../http/types';
import { unexpectedAnswer } from '../answer';
import { cleanLine } from '../clean';
import { parseJson } from '../json';
import { failureOutcome, statusOutcome } from '../status';
import type { Trouble } from '../trouble';
import { isGone, problem, unlisted, wordOf } from './bot-errors';
import { withRetryAfter } from './retry-after';

/** What the API answered; `word` says what the trouble is. */
export type Said =
  | { readonly data: unknown; readonly trouble?: never }
  | { readonly trouble: Trouble; readonly word?: string };

const NAME = 'Mattermost';
const MATTERMOST = { id: 'mattermost', name: NAME, whose: "Mattermost's", address: 'base URL' };

/** An error is JSON with an `id`; a proxy's page is neither that nor what was asked for. */
export const readApi = (given: HttpAnswer, now: number): Said => {
  if (isFailure(given)) return { trouble: failureOutcome(given, NAME) as Trouble };
  const answer = withRetryAfter(given);
  const data = parseJson(answer.body);
  if (answer.status === 200 || answer.status === 201) {
    return typeof data === 'object' && data !== null ? { data } : { trouble: unexpected(answer) };
  }
  const id = isRecord(data) ? idOf(data.id) : undefined;
  const word = id === undefined ? undefined : wordOf(id, answer.status);
  if (word !== undefined) {
    return { word, trouble: { kind: isGone(word) ? 'gone' : 'rejected', problem: problem(word) } };
  }
  return { trouble: otherTrouble(answer, id, now) };
};

const otherTrouble = (answer: HttpResponse, id: string | undefined, now: number): Trouble => {
  const status = statusOutcome(answer, now, NAME) as Trouble | undefined;
  if (status) return status;
  if (id !== undefined) return { kind: 'rejected', problem: unlisted(id) };
  if (answer.status === 404) return { kind: 'rejected', problem: problem('not_found') };
  return unexpected(answer);
};

const idOf = (id: unknown): string | undefined =>
  typeof id === 'string' && /^[a-z][a-z0-9_]*(\.[a-z0-9_]+){1,6}$/.test(id.slice(0, 120))
    ? id.slice(0, 120)
    : undefined;

/** The answer is none of Mattermost's. */
export const unexpected = (answer: HttpResponse): Trouble => ({
  kind: 'rejected',
  problem: unexpectedAnswer(answer, MATTERMOST),
});

/** It is JSON, but does not say what was asked. */
export const vague: Trouble = unexpected({ status: 200, headers: {}, body: '{…}' });

/** Every id of the server: https://github.com/mattermost/mattermost/blob/master/server/public/model/utils.go */
export const ID = /^[a-z0-9]{26}$/;

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && ID.test(value);

/** A name as people may be shown it. */
export const nameOf = (value: unknown, otherwise: string): string =>
  cleanLine((text(value) ?? '').slice(0, 100)) || otherwise;
