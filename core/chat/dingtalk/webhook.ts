import type { Outcome } from '../../http/outcome';
import { type HttpAnswer, type HttpRequest, type HttpResponse, isFailure } from '../../http/types';
import type { Problem } from '../../problem';
import { failureOutcome, quote, statusOutcome } from '../answer';
import type { ChatTransport } from '../platform';
import { type Answered, readAnswer } from './answer';
import { checkCredential } from './check-credential';
import { refusalOf } from './errors';

const request = (payload: object): HttpRequest => ({
  method: 'POST',
  url: '',
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(payload),
});

/** DingTalk answers HTTP 200 to everything: only `errcode` 0 is success. */
const outcome = (answer: HttpAnswer, now: number): Outcome => {
  if (isFailure(answer)) return failureOutcome(answer, 'DingTalk');
  const said = readAnswer(answer.body);
  if (said) return decided(said, answer);
  return (
    statusOutcome(answer, now, 'DingTalk') ?? { kind: 'rejected', problem: unexpected(answer) }
  );
};

const decided = (said: Answered, answer: HttpResponse): Outcome => {
  if ('waitMs' in said) return { kind: 'retry', afterMs: said.waitMs, problem: held };
  const { errcode, errmsg } = said;
  if (errcode === 0) {
    return answer.status === 200
      ? { kind: 'delivered' }
      : { kind: 'rejected', problem: unexpected(answer) };
  }
  const { problem, retry } = refusalOf(errcode, errmsg) ?? { problem: unlisted(errcode, errmsg) };
  return retry ? { kind: 'retry', ...retry, problem } : { kind: 'rejected', problem };
};

const held: Problem = {
  code: 'dingtalk.held_at_the_edge',
  message: 'A guard in front of DingTalk held the message back.',
  hint: 'It lets requests through again after a short wait. If it goes on, look at how much this network sends to DingTalk.',
};

/** Numbers as long as a telephone's stay out of it. */
const unlisted = (errcode: number, errmsg: string): Problem => ({
  code: `dingtalk.error_${errcode}`,
  message: `DingTalk refused the message with ${errcode}: ${quote(errmsg.replace(/\d{7,}/g, '…')) || 'no reason'}.`,
  hint: 'Look the number up at https://open.dingtalk.com/document/robots/custom-robot-access.',
});

const unexpected = ({ status, body }: HttpResponse): Problem => ({
  code: 'dingtalk.unexpected_answer',
  message: `The answer is not one of DingTalk's: HTTP ${status}, ${quote(body) || 'empty'}.`,
  hint: 'Check the webhook URL, and whether a proxy or login page answers in place of DingTalk.',
});

/** What DingTalk may say to an empty message when it knows the robot. */
const GOOD: readonly string[] = [
  'dingtalk.missing_parameter',
  'dingtalk.unsupported_message_type',
  'dingtalk.keyword_missing',
];

const judge = (answer: HttpAnswer): Problem | undefined => {
  const probed = outcome(answer, 0);
  return 'problem' in probed && !GOOD.includes(probed.problem.code) ? probed.problem : undefined;
};

export const webhook: ChatTransport = {
  updates: false,
  post: request,
  outcome,
  probe: {
    request: () => request({}),
    judge,
    /** In which order DingTalk checks is not documented. */
    unproven:
      'Whether its secret and its other security settings fit shows only with a message: use Send Test.',
  },
  checkCredential,
  /** After more, the robot is blocked for ten minutes: https://open.dingtalk.com/document/robots/custom-robot-access */
  rate: { requests: 20, perMs: 60_000 },
};
