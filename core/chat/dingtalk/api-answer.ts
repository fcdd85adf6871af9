import { list, record, text } from '../../alert/untrusted';
import type { MessageRef, Outcome } from '../../http/outcome';
import { type HttpAnswer, type HttpResponse, isFailure } from '../../http/types';
import type { Problem } from '../../problem';
import { readBy, unexpectedAnswer } from '../answer';
import { readBody } from '../body';
import { quote } from '../quote';
import { readAnswer } from './answer';
import { apiRefusal, isGone, permissionProblem } from './bot-errors';
import type { Space } from './places';
import { held } from './webhook';

type Body = Readonly<Record<string, unknown>>;

/** `{"code":"…","message":"…","requestid":"…"}`, mostly with HTTP 400, also for what may be tried again. */
const said = (answer: HttpResponse): Outcome | undefined => {
  const edge = readAnswer(answer.body);
  if (edge && 'waitMs' in edge) return { kind: 'retry', afterMs: edge.waitMs, problem: held };
  const body = readBody(answer.body) ?? {};
  const code = text(body.code);
  return code === undefined ? undefined : refused(code, body);
};

const refused = (code: string, body: Body): Outcome => {
  if (code === 'unknown.send.result') return { kind: 'unknown', problem: unknownResult };
  const permission = permissionProblem(code, body);
  if (permission) return { kind: 'rejected', problem: permission };
  const { problem, retry } = apiRefusal(code) ?? { problem: unlisted(code, text(body.message)) };
  if (retry) return { kind: 'retry', ...retry, problem };
  return { kind: isGone(problem) ? 'gone' : 'rejected', problem };
};

/** Numbers as long as a telephone's stay out of it. */
const unlisted = (code: string, message = ''): Problem => ({
  code: `dingtalk.${/^[A-Za-z][\w.]{1,80}$/.exec(code)?.[0] ?? 'refused'}`,
  message: `DingTalk refused the message: ${quote(message.replace(/\d{7,}/g, '…')) || 'no reason'}.`,
  hint: 'Look the code up at https://open.dingtalk.com/document/development/server-api-error-codes-1.',
});

const unknownResult: Problem = {
  code: 'dingtalk.unknown_send_result',
  message: 'DingTalk does not know whether the message was sent.',
  hint: 'Look into the group. It is not sent again, so that nobody is paged twice.',
};

const unexpected = (answer: HttpResponse): Problem =>
  unexpectedAnswer(answer, {
    id: 'dingtalk',
    name: 'DingTalk',
    whose: "DingTalk's",
    address: 'base URL in the credential',
  });

/** What an answer means that is no success. */
export const apiOutcome = readBy({ chat: 'DingTalk', said, refusal: unexpected });

const bodyOf = (answer: HttpAnswer): Body | undefined =>
  !isFailure(answer) && answer.status === 200 ? readBody(answer.body) : undefined;

/** Reads an answer: `read` says what came of it, or nothing where it is none of the method's. */
export const apiReads =
  (read: (body: Body) => Outcome | undefined) =>
  (answer: HttpAnswer, now: number): Outcome => {
    const body = bodyOf(answer);
    const outcome = body && body.code === undefined ? read(body) : undefined;
    return outcome ?? apiOutcome(answer, now);
  };

/** A card is made even where it could be put nowhere: each place says so for itself. */
export const cardDelivered = (ref: MessageRef, kind: Space['kind']) =>
  apiReads(({ success, result }) => {
    const places = list(record(result).deliverResults).map(record);
    if (success !== true || places.length === 0) return undefined;
    const failed = places.find((place) => place.success !== true);
    return failed
      ? { kind: 'rejected', problem: undelivered(text(failed.errorMsg) ?? '', kind) }
      : { kind: 'delivered', ref };
  });

/** Of a place that is none, DingTalk does not say which kind it is. */
const undelivered = (why: string, kind: Space['kind']): Problem => {
  const nobody = kind === 'IM_ROBOT' && /^spaceId is illegal/i.test(why);
  const known = apiRefusal(nobody ? 'staffId.notExisted' : why);
  if (known) return known.problem;
  return {
    code: 'dingtalk.card_not_delivered',
    message: `DingTalk made the card, but did not show it: ${quote(why) || 'no reason'}.`,
    hint: 'Check the ID of the group or person, and whether the robot is in the group.',
  };
};

export const cardChanged = (ref: MessageRef) =>
  apiReads(({ success, result }) =>
    success === true && result !== false ? { kind: 'delivered', ref } : undefined,
  );

/** HTTP 200 also where nobody got the message. */
export const messageSent = (refOf: (key: string) => MessageRef) =>
  apiReads(({ processQueryKey, invalidStaffIdList, flowControlledStaffIdList }) => {
    const key = text(processQueryKey);
    if (list(invalidStaffIdList).length > 0) return refused('staffId.notExisted', {});
    if (list(flowControlledStaffIdList).length > 0) return refused('send.too.fast', {});
    return key === undefined ? undefined : { kind: 'delivered', ref: refOf(key) };
  });

export const messageRecalled = (ref: MessageRef) =>
  apiReads(({ successResult, failedResult }) => {
    const [reason] = Object.values(record(failedResult));
    if (reason !== undefined) return refused(text(reason) ?? '', { message: reason });
    return list(successResult).length > 0 ? { kind: 'delivered', ref } : undefined;
  });
