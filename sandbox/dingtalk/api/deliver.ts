import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { DingTalkApp } from './apps';
import { closedTo, groupWithId } from './groups';
import { messageKey } from './ids';
import type { Call } from './method';
import { chatWith, personOf } from './people';
import { robotObjection } from './robot';
import { deliverModelOf, type Space } from './spaces';
import type { Card, Delivery } from './world';

/** What became of a card at one place; a good answer may hold bad results. */
export interface Result {
  says: JsonObject;
  delivery?: Delivery;
}

// Seen: https://github.com/chenhg5/cc-connect/issues/1144. The other words are ours.
const NO_SUCH_PLACE = 'spaceId is illegal';

/** Puts a card into its places, one by one. */
export function deliver(call: Call, card: Card, spaces: readonly Space[]): Result[] {
  return spaces.map((space) => {
    const said = { spaceType: space.type, spaceId: space.id };
    const put = putInto(call, card, space);
    if (typeof put === 'string') return { says: { ...said, success: false, errorMsg: put } };
    return { says: { ...said, success: true, carrierId: messageKey() }, delivery: put };
  });
}

function putInto({ app, args }: Call, card: Card, space: Space): Delivery | string {
  if (!card.spaces.includes(space.type)) return 'the card has no space model of this type';
  const model = deliverModelOf(args, space.type);
  if (model.robotCode !== undefined) {
    const objection = robotObjection(app, model.robotCode);
    if (objection) return objection.code;
  }
  return space.type === 'IM_GROUP'
    ? intoGroup(app, card, space.id, model, args)
    : intoChat(app, space.id);
}

function intoChat(app: DingTalkApp, userId: string): Delivery | string {
  const person = personOf(app, userId);
  if (!person) return NO_SUCH_PLACE;
  return app.stopped ? 'chatbotId.notAllow.sendOTO' : { channel: chatWith(person), pings: [] };
}

function intoGroup(
  app: DingTalkApp,
  card: Card,
  id: string,
  { atUserIds, recipients = [] }: JsonObject,
  { cardAtUserIds }: JsonObject,
): Delivery | string {
  const group = groupWithId(id);
  if (!group) return NO_SUCH_PLACE;
  const closed = closedTo(app, group);
  if (closed) return closed.code;
  const names = namesOf(app, recipients);
  const pings = [
    ...calledBeside(app, isObject(atUserIds) ? atUserIds : {}),
    ...calledInside(app, card, cardAtUserIds),
  ];
  const seenBy = names.length > 0 && { onlyFor: names.join(', ') };
  return { channel: group.name, pings: [...new Set(pings)], ...seenBy };
}

/** https://open.dingtalk.com/document/development/create-and-deliver-cards: all are called by @ALL twice. */
function calledBeside(app: DingTalkApp, atUserIds: JsonObject): string[] {
  const all = atUserIds['@ALL'] === '@ALL' ? ['@所有人'] : [];
  return [...all, ...namesOf(app, Object.keys(atUserIds)).map((name) => `@${name}`)];
}

/** Those in cardAtUserIds are called where `<a atId=…>` stands in a text of the card. */
function calledInside(app: DingTalkApp, { params }: Card, cardAtUserIds: unknown): string[] {
  if (!Array.isArray(cardAtUserIds)) return [];
  const texts = Object.values(params).join('\n');
  const called = cardAtUserIds.filter((id) => texts.includes(`<a atId=${textOf(id)}>`));
  return namesOf(app, called).map((name) => `@${name}`);
}

function namesOf(app: DingTalkApp, userIds: unknown): string[] {
  if (!Array.isArray(userIds)) return [];
  return userIds.flatMap((userId) => personOf(app, userId)?.name ?? []);
}
