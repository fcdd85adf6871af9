import { isRecord, text } from '../../alert/untrusted';
import type { MessageRef, Outcome } from '../../http/outcome';
import { type HttpAnswer, type HttpResponse, isFailure } from '../../http/types';
import type { Problem } from '../../problem';
import { readBy } from '../answer';
import { readBody } from '../body';
import { parseJson } from '../json';
import { statusOutcome } from '../status';
import { type Trouble, unsent } from '../trouble';
import { botProblem, connectorCode } from './bot-errors';
import { isLoginBusy } from './login-errors';

const CHAT = 'Microsoft Teams';

type Body = Readonly<Record<string, unknown>>;
type Read = (answer: HttpAnswer, now: number) => Outcome;
type FindRef = (body: Body) => MessageRef | undefined;

/** What an answer means that is no success. */
export const botOutcome: Read = (answer, now) =>
  readBy({ chat: CHAT, said: (response) => busy(response, now), refusal: botProblem })(answer, now);

/** Busy in two ways that the status alone does not tell. */
const busy = (answer: HttpResponse, now: number): Outcome | undefined =>
  answer.status === 412 || (answer.status < 429 && isLoginBusy(answer))
    ? statusOutcome({ ...answer, status: 503 }, now, CHAT)
    : undefined;

/** Reads the answer to a message; `changes` where it needs one that is there already. */
export const deliveredBy =
  (refOf: FindRef, changes: 'new' | 'existing' = 'new'): Read =>
  (answer, now) => {
    if (isFailure(answer)) return botOutcome(answer, now);
    const ref = refIn(answer, refOf);
    if (ref) return { kind: 'delivered', ref };
    const outcome = botOutcome(answer, now);
    return changes === 'existing' && outcome.kind === 'rejected' && isGone(answer)
      ? { kind: 'gone', problem: outcome.problem }
      : outcome;
  };

const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status < 300;

const refIn = (answer: HttpResponse, refOf: FindRef): MessageRef | undefined => {
  if (!isSuccess(answer)) return undefined;
  const body = answer.body.trim() === '' ? {} : readBody(answer.body);
  return body && NEITHER.every((key) => body[key] === undefined) ? refOf(body) : undefined;
};

/** Neither an error nor the answer of the login. */
const NEITHER = ['error', 'token_type'] as const;

/** Not there any more: the message, or the thread it stood in. */
const GONE: readonly string[] = ['ActivityNotFoundInConversation', 'ConversationNotFound'];

const isGone = ({ status, body }: HttpResponse): boolean =>
  status === 404 && GONE.includes(connectorCode(body) ?? '');

/** What was asked for before the message is sent. */
export const found = <Found>(
  answer: HttpAnswer,
  now: number,
  read: (body: Body) => Found | undefined,
): { readonly found: Found } | { readonly outcome: Outcome } => {
  const body = !isFailure(answer) && isSuccess(answer) ? readBody(answer.body) : undefined;
  const value = body && read(body);
  if (value !== undefined) return { found: value };
  const outcome = botOutcome(answer, now);
  return { outcome: 'problem' in outcome ? unsent(outcome, CHAT) : outcome };
};

/** An answer with a list in it, or why there is none; it may be longer than one to a message. */
export const listed =
  (name: string) =>
  (answer: HttpAnswer, now: number): { readonly body: Body } | { readonly problem: Problem } => {
    const body = !isFailure(answer) && isSuccess(answer) ? parseJson(answer.body) : undefined;
    if (isRecord(body) && Array.isArray(body[name])) return { body };
    return { problem: (botOutcome(answer, now) as Trouble).problem };
  };

export const idIn = ({ id }: Body): string | undefined => text(id);
