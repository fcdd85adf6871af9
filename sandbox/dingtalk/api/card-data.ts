import { isObject, type JsonObject } from '../../judging/shape';
import type { DingTalkApp } from './apps';
import { refused } from './method';
import { personOf } from './people';
import type { ApiObjection } from './refusal';
import type { Params } from './world';

/** https://open.dingtalk.com/document/development/create-and-deliver-cards; whether more passes is not documented. */
const LONGEST_NAME_BYTES = 100;
export const LARGEST_VALUE_BYTES = 1024;

type Read<T> = { data: T } | { objection: ApiObjection };

/** The variables of a card: names and texts. What is no text has to be written as one. */
export function readParams(holder: unknown, place: string): Read<Params> {
  if (!isObject(holder)) return invalid(`${place} is no object.`);
  const { cardParamMap = {} } = holder;
  if (!isObject(cardParamMap)) return invalid(`${place}.cardParamMap is no object.`);
  for (const [name, value] of Object.entries(cardParamMap)) {
    const flaw = flawOf(name, value);
    if (flaw !== undefined) return invalid(`${place}.cardParamMap: ${flaw}`);
  }
  return { data: cardParamMap as Params };
}

function flawOf(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return `${name} is not a text.`;
  if (Buffer.byteLength(name) > LONGEST_NAME_BYTES) {
    return `a name is longer than ${LONGEST_NAME_BYTES} bytes.`;
  }
  const used = Buffer.byteLength(value);
  if (used <= LARGEST_VALUE_BYTES) return undefined;
  return `${name} has ${used} bytes; more than ${LARGEST_VALUE_BYTES} are refused.`;
}

/** What only some people see of a card, by their userIds. */
export function readPrivate(app: DingTalkApp, privateData: unknown): Read<Record<string, Params>> {
  if (privateData === undefined) return { data: {} };
  if (!isObject(privateData)) return invalid('privateData is no object.');
  const all: Record<string, Params> = {};
  for (const [userId, holder] of Object.entries(privateData)) {
    if (!personOf(app, userId)) return refused('param.userIdNotExist', `Nobody is ${userId}.`);
    const read = readParams(holder, `privateData.${userId}`);
    if ('objection' in read) return read;
    all[userId] = read.data;
  }
  return { data: all };
}

/** The sandbox knows people by their userIds only. */
export function userIdTypeObjection({ userIdType = 1 }: JsonObject): ApiObjection | undefined {
  if (userIdType === 1) return undefined;
  return { code: 'param.invalid', reason: 'The userIdType is not 1.' };
}

const invalid = (reason: string) => refused('param.invalid', reason);
