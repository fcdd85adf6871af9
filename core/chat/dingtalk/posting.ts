import { record } from '../../alert/untrusted';
import type { MessageRef, Outcome } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import { isFailure } from '../../http/types';
import { tellApi } from '../api';
import { readBody } from '../body';
import type { Place, Rendered } from '../platform';
import * as answers from './api-answer';
import { asCard, asRobotMessage, isCard, isTooLong } from './card';
import * as places from './places';

type Payload = Rendered['payload'];

const CREATE = '/v1.0/card/instances/createAndDeliver';
const UPDATE = '/v1.0/card/instances';

/** Under this name presses come to our address, where one is registered. */
export const CALLBACK_ROUTE = 'alertwire';

/** Cards as cards; a message of plain words is what the robot says. */
export function* post(payload: Payload, to: Place, key: string): Steps<Outcome> {
  const space = places.spaceOf(to);
  if (!space) return { kind: 'rejected', problem: badPlace(to) };
  if (isCard(payload)) return yield* postCard(payload, space, key);
  return yield* say(payload, space);
}

const badPlace = (to: Place) => ('person' in to ? places.noPerson : places.noGroup);

/** Template and robot come from the credential. */
export function* postCard(
  payload: Payload,
  space: places.Space,
  key: string,
  more: object = {},
): Steps<Outcome> {
  if (isTooLong(payload)) return { kind: 'rejected', problem: tooLong };
  const { cardData, openSpaceModel, atUserIds } = payload;
  const ref = places.cardRef(space, key);
  const [model, deliverModel] =
    space.kind === 'IM_GROUP'
      ? (['imGroup', { ...(atUserIds !== undefined && { atUserIds }), ...more }] as const)
      : (['imRobot', { spaceType: 'IM_ROBOT' }] as const);
  const request = tellApi('POST', CREATE, {
    outTrackId: ref.message,
    ...callbackOf(payload),
    cardData,
    openSpaceId: places.openSpaceId(space),
    [`${model}OpenSpaceModel`]: openSpaceModel,
    [`${model}OpenDeliverModel`]: deliverModel,
    userIdType: 1,
  });
  const read = answers.cardDelivered(ref, space.kind);
  const made = yield* ask(request, (answer, now) => {
    const body = isFailure(answer) ? undefined : readBody(answer.body);
    return body?.code === 'param.cardAlreadyExist' ? 'there' : read(answer, now);
  });
  return made === 'there' ? yield* change(payload, ref, ref.message) : made;
}

/** Presses come on the stream, unless the destination says otherwise. */
const callbackOf = ({ callbackType }: Payload) =>
  callbackType === 'HTTP'
    ? { callbackType, callbackRouteKey: CALLBACK_ROUTE }
    : { callbackType: 'STREAM' };

/** Without the option the card would lose every variable that is not named. */
const change = (payload: Payload, ref: MessageRef, outTrackId: string): Steps<Outcome> =>
  ask(
    tellApi('PUT', UPDATE, {
      outTrackId,
      cardData: record(payload.cardData),
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      userIdType: 1,
    }),
    answers.cardChanged(ref),
  );

const say = (payload: Payload, space: places.Space): Steps<Outcome> => {
  const [path, to] =
    space.kind === 'IM_GROUP'
      ? (['/v1.0/robot/groupMessages/send', { openConversationId: space.id }] as const)
      : (['/v1.0/robot/oToMessages/batchSend', { userIds: [space.id] }] as const);
  const request = tellApi('POST', path, { ...to, ...asRobotMessage(payload) });
  return ask(
    request,
    answers.messageSent((key) => places.plainRef(space, key)),
  );
};

/** There are no threads: the next message in the same place. */
export function* reply(payload: Payload, ref: MessageRef): Steps<Outcome> {
  const standing = places.standingOf(ref);
  if (!standing) return { kind: 'rejected', problem: places.noMessage };
  return yield* say(payload, standing.space);
}

export function* update(payload: Payload, ref: MessageRef): Steps<Outcome> {
  const standing = places.standingOf(ref);
  if (!standing) return { kind: 'rejected', problem: places.noMessage };
  if (standing.card === undefined) return { kind: 'gone', problem: unchangeable };
  const card = asCard(payload);
  if (isTooLong(card)) return { kind: 'rejected', problem: tooLong };
  return yield* change(card, ref, standing.card);
}

/** Only of a person's own words: those of an alert were shortened before. */
const tooLong = {
  code: 'dingtalk.message_too_long',
  message: 'The text is longer than a card of DingTalk holds.',
  hint: 'Shorten it to 1,000 letters, or 330 Chinese characters; what the robot says to all may be longer.',
};

const unchangeable = {
  code: 'dingtalk.cannot_change',
  message: 'DingTalk changes cards only; what a robot said stays as it is.',
  hint: 'Send a new message.',
};

export function* remove(ref: MessageRef): Steps<Outcome> {
  const standing = places.standingOf(ref);
  if (!standing) return { kind: 'rejected', problem: places.noMessage };
  const { space, plain } = standing;
  if (plain === undefined) return { kind: 'rejected', problem: unremovable };
  const [path, at] =
    space.kind === 'IM_GROUP'
      ? (['/v1.0/robot/groupMessages/recall', { openConversationId: space.id }] as const)
      : (['/v1.0/robot/otoMessages/batchRecall', {}] as const);
  const request = tellApi('POST', path, { ...at, processQueryKeys: [plain] });
  return yield* ask(request, answers.messageRecalled(ref));
}

const unremovable = {
  code: 'dingtalk.cannot_remove',
  message: 'DingTalk has no way to delete a card.',
  hint: 'Let the card tell that the alert is over; what the robot said without a card can be deleted.',
};
