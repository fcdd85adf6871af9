import type { Outcome } from '../../http/outcome';
import type { HttpResponse } from '../../http/types';
import type { Problem } from '../../problem';
import { judgeBy, readBy, unexpectedAnswer } from '../answer';
import type { WebhookTransport } from '../platform';
import { quote } from '../quote';
import { postJson } from '../request';
import { readAnswer } from './answer';
import { checkCredential } from './check-credential';
import { refusalOf } from './errors';

/** DingTalk answers HTTP 200 to everything: only `errcode` 0 is success. */
const said = (answer: HttpResponse): Outcome | undefined => {
  const read = readAnswer(answer.body);
  if (!read) return undefined;
  if ('waitMs' in read) return { kind: 'retry', afterMs: read.waitMs, problem: held };
  const { errcode, errmsg } = read;
  if (errcode === 0) {
    return answer.status === 200
      ? { kind: 'delivered' }
      : { kind: 'rejected', problem: unexpected(answer) };
  }
  const { problem, retry } = refusalOf(errcode, errmsg) ?? { problem: unlisted(errcode, errmsg) };
  return retry ? { kind: 'retry', ...retry, problem } : { kind: 'rejected', problem };
};

export const held: Problem = {
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

const unexpected = (answer: HttpResponse): Problem =>
  unexpectedAnswer(answer, { id: 'dingtalk', name: 'DingTalk', whose: "DingTalk's" });

const outcome = readBy({ chat: 'DingTalk', said, refusal: unexpected });

/** What DingTalk may say to an empty message when it knows the robot. */
const GOOD: readonly string[] = [
  'dingtalk.missing_parameter',
  'dingtalk.unsupported_message_type',
  'dingtalk.keyword_missing',
];

export const webhook: WebhookTransport = {
  updates: false,
  post: postJson,
  outcome,
  probe: {
    request: () => postJson({}),
    judge: judgeBy(outcome, GOOD),
    /** In which order DingTalk checks is not documented. */
    unproven:
      'Whether its secret and its other security settings fit shows only with a message: use Send Test.',
  },
  checkCredential,
  /** After more, the robot is blocked for ten minutes: https://open.dingtalk.com/document/robots/custom-robot-access */
  rate: { requests: 20, perMs: 60_000, burst: 5 },
};
