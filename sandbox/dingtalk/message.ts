import { isObject, type JsonObject, objectsIn, textOf } from '../judging/shape';
import type { Objection } from './refusal';

/** What a message of each type must hold: https://open.dingtalk.com/document/robots/custom-robot-access */
const REQUIRED: Record<string, readonly string[]> = {
  text: ['content'],
  link: ['title', 'text', 'messageUrl'],
  markdown: ['title', 'text'],
  actionCard: ['title', 'text'],
  feedCard: [],
};

/** The first thing DingTalk would object to in a message, if anything. */
export function objectionTo(payload: JsonObject): Objection | undefined {
  const { msgtype } = payload;
  if (msgtype === undefined) return missing('msgtype');
  const type = textOf(msgtype);
  if (!Object.hasOwn(REQUIRED, type)) {
    const reason = `No robot sends messages of the type ${type || 'that is no text'}.`;
    return { code: 'unsupported_message_type', reason };
  }
  const message = payload[type];
  if (!isObject(message)) return missing(type);
  return (
    requiredObjection(type, message) ??
    partsObjection(type, message) ??
    atObjection(payload.at) ??
    addressObjection(message)
  );
}

function requiredObjection(type: string, message: JsonObject): Objection | undefined {
  const name = REQUIRED[type]?.find((each) => textOf(message[each]).trim() === '');
  if (name === undefined) return undefined;
  const objection = missing(`${type}.${name}`);
  if (type !== 'markdown') return objection;
  return { ...objection, code: name === 'title' ? 'title_missing' : 'text_missing' };
}

function partsObjection(type: string, message: JsonObject): Objection | undefined {
  if (type === 'feedCard') {
    return listObjection('feedCard.links', message.links, ['title', 'messageURL', 'picURL']);
  }
  if (type !== 'actionCard' || isSingle(message)) return undefined;
  return listObjection('actionCard.btns', message.btns, ['title', 'actionURL']);
}

function isSingle({ singleTitle, singleURL }: JsonObject): boolean {
  return textOf(singleTitle) !== '' && textOf(singleURL) !== '';
}

function listObjection(place: string, list: unknown, names: string[]): Objection | undefined {
  const entries = objectsIn(list);
  if (entries.length === 0) return missing(place);
  for (const [index, entry] of entries.entries()) {
    const name = names.find((each) => textOf(entry[each]).trim() === '');
    if (name !== undefined) return missing(`${place}[${index}].${name}`);
  }
  return undefined;
}

function atObjection(at: unknown): Objection | undefined {
  if (at === undefined || at === null) return undefined;
  if (!isObject(at)) return missing('at');
  const name = ['atMobiles', 'atUserIds'].find((each) => !isTextList(at[each]));
  if (name !== undefined) return missing(`at.${name}`);
  const all = at.isAtAll;
  return all === undefined || typeof all === 'boolean' ? undefined : missing('at.isAtAll');
}

function isTextList(value: unknown): boolean {
  return (
    value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  );
}

/** Buttons and cards lead to the web or into DingTalk. */
function addressObjection(message: JsonObject): Objection | undefined {
  const entries = [message, ...objectsIn(message.btns), ...objectsIn(message.links)];
  const addresses = entries.flatMap((entry) =>
    ['messageUrl', 'messageURL', 'singleURL', 'actionURL'].map((name) => textOf(entry[name])),
  );
  const bad = addresses.find((each) => each !== '' && !/^(https?|dingtalk):\/\/[^/\s]/i.test(each));
  if (bad === undefined) return undefined;
  return {
    code: 'unsafe_link',
    reason: `${bad.slice(0, 60)} is no address people may be sent to.`,
  };
}

function missing(place: string): Objection {
  return { code: 'missing_parameter', reason: `${place} is missing, empty or of another type.` };
}

/** Every text of a message in which a keyword may stand. */
export function everyText(payload: JsonObject): string[] {
  const message = payload[textOf(payload.msgtype)];
  if (!isObject(message)) return [];
  const own = [message.title, message.text, message.content];
  return [...own, ...objectsIn(message.links).map(({ title }) => title)].map(textOf);
}

/** The line the list of chats shows. */
export function shownText(payload: JsonObject): string {
  return everyText(payload).find((text) => text !== '') ?? '';
}
