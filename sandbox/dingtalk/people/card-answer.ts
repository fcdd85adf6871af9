import { parseObject } from '../../judging/decode';
import { isObject, type JsonObject } from '../../judging/shape';
import { changeCard, optionsIn } from '../api/card-change';
import { readParams } from '../api/card-data';
import type { Card } from '../api/world';
import type { CalledBack } from './card-callback';

/** The card after an answer, and whether everybody sees a change. */
export interface Answered {
  card: Card;
  isPublic: boolean;
}

/** What an app wants of a card; on a stream it stands in `response`. A sentence says what is wrong. */
export function readAnswer(
  { status, reason, body, via }: CalledBack,
  card: Card,
  userId: string,
): Answered | string {
  if (status === null) return `The card stays as it is. ${reason}`;
  if (status !== 200) return `The card stays as it is. ${card.app.name} answered with ${status}.`;
  if (body.trim() === '') return { card, isPublic: false };
  const answer = objectIn(body, via);
  return typeof answer === 'string'
    ? `The card stays as it is. ${answer}`
    : applied(answer, card, userId);
}

function objectIn(body: string, via: CalledBack['via']): JsonObject | string {
  const decoded = parseObject(body);
  if ('flaw' in decoded) return decoded.flaw.replace('The body', 'The answer');
  if (via === 'http') return decoded.payload;
  const { response } = decoded.payload;
  if (response === null) return {};
  return isObject(response) ? response : 'The data of the ack has no response.';
}

/** https://open.dingtalk.com/document/development/event-callback-card */
function applied(answer: JsonObject, card: Card, userId: string): Answered | string {
  const { cardData, userPrivateData } = answer;
  const given = cardData === undefined ? undefined : readParams(cardData, 'cardData');
  if (given && 'objection' in given) return given.objection.reason;
  const own =
    userPrivateData === undefined ? undefined : readParams(userPrivateData, 'userPrivateData');
  if (own && 'objection' in own) return own.objection.reason;
  const hidden = own ? { [userId]: own.data } : {};
  const changed = changeCard(card, given?.data, hidden, optionsIn(answer));
  return { card: changed, isPublic: given !== undefined };
}
