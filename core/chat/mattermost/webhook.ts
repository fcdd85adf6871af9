import type { Outcome } from '../../http/outcome';
import { type HttpAnswer, type HttpResponse, isFailure } from '../../http/types';
import type { Problem } from '../../problem';
import { judgeBy, readBy, unexpectedAnswer } from '../answer';
import type { WebhookTransport } from '../platform';
import { postJson } from '../request';
import { checkCredential } from './check-credential';
import { mattermostProblem, notFound, notPosted } from './errors';
import { rate } from './rate';
import { withRetryAfter } from './retry-after';

/** Only `ok` in plain text is success; an error is JSON with an `id`. */
const said = (answer: HttpResponse): Outcome | undefined => {
  if (answer.status === 200 && answer.body === 'ok') return { kind: 'delivered' };
  const id = errorId(answer);
  if (id === undefined) return undefined;
  if (answer.status === 500) return { kind: 'retry', problem: notPosted };
  const problem = mattermostProblem(id, answer.status);
  return problem && { kind: 'rejected', problem };
};

/** The message beside the id is never shown: it holds the key of the webhook. */
const errorId = ({ status, body }: HttpResponse): string | undefined =>
  status >= 400
    ? /^\s*\{\s*"id"\s*:\s*"([a-z0-9_.]{1,100})"/.exec(body.slice(0, 200))?.[1]
    : undefined;

const refusal = (answer: HttpResponse): Problem =>
  answer.status === 404 ? notFound : unexpectedAnswer(answer, MATTERMOST, errorId(answer));

const MATTERMOST = { id: 'mattermost', name: 'Mattermost', whose: 'a Mattermost webhook' };

const read = readBy({ chat: 'Mattermost', said, refusal });

const outcome = (answer: HttpAnswer, now: number): Outcome =>
  read(isFailure(answer) ? answer : withRetryAfter(answer), now);

/**
 * The hook is looked up before the channel, and no channel can have this name: a good hook answers
 * that the channel is missing. An empty message would be refused before the hook is looked up.
 */
const PROBE = { text: 'Connection test', channel: 'No such channel: connection test' };

const GOOD: readonly string[] = ['mattermost.channel'];

const posted: Problem = {
  code: 'mattermost.unexpected_answer',
  message: 'The answer says that a message was posted to a channel that does not exist.',
  hint: 'Check whether this is the address of a Mattermost server.',
};

export const webhook: WebhookTransport = {
  updates: false,
  post: postJson,
  outcome,
  probe: {
    request: () => postJson(PROBE),
    judge: judgeBy(outcome, GOOD, posted),
    unproven: 'Whether it may post to its channel, only a message shows: use Send Test.',
  },
  checkCredential,
  rate,
};
