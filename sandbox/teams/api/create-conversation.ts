import { jsonText } from '../../judging/answers';
import { isObject, type JsonObject, objectsIn, textOf } from '../../judging/shape';
import { activityError } from './activity';
import { type ApiError, carryOut, refuse, tell } from './answer';
import { readBody } from './body';
import { accountOf } from './bots';
import type { Call, Method } from './call';
import { post } from './post';
import { type Person, personCalled, TENANT } from './world';

/** `POST /v3/conversations`: a new thread in a channel, or the chat with one person. */
export const createConversation: Method = (call) => {
  const read = readBody(call);
  if ('error' in read) return refuse(read.error);
  const { value } = read;
  const error = botError(call, value) ?? tenantError(value);
  if (error) return refuse(error, value);
  const { channel } = inside(value.channelData);
  return isObject(channel)
    ? startThread(call, value, textOf(channel.id))
    : openChat(call, value, objectsIn(value.members));
};

const inside = (value: unknown): JsonObject => (isObject(value) ? value : {});

function botError({ bot }: Call, { bot: named }: JsonObject): ApiError | undefined {
  if (named === undefined || named === null) return undefined;
  const id = textOf(inside(named).id);
  if ([accountOf(bot), bot.appId].includes(id)) return undefined;
  return { code: 'BadArgument', reason: `bot.id is ${id}, and the token is of another bot.` };
}

function tenantError({ tenantId, channelData }: JsonObject): ApiError | undefined {
  const { tenant } = inside(channelData);
  const id = textOf(tenantId) || textOf(inside(tenant).id);
  if (id === '' || id.toLowerCase() === TENANT) return undefined;
  return { code: 'BadSyntax', reason: 'Invalid user identity in provided tenant' };
}

function startThread(call: Call, value: JsonObject, channelId: string) {
  const found = call.conversations.find(call.bot, channelId);
  if ('code' in found) return refuse(found, value);
  const { name, refusal, note } = found;
  if (refusal) return refuse({ code: refusal, reason: `${name}: ${note}` }, value);
  const tooMany = call.pace.enter('create conversation', call.bot.name, name);
  if (tooMany) return refuse(tooMany, value);
  if (!isObject(value.activity)) return refuse(INCOMPLETE, value);
  const wrong = activityError(value.activity);
  if (wrong) return refuse(wrong, value);
  const { id, message } = post(call, found, value.activity, undefined);
  const told = { id: `${found.id};messageid=${id}`, activityId: id };
  return carryOut('post', message, jsonText(201, told));
}

const INCOMPLETE: ApiError = {
  code: 'BadSyntax',
  reason: 'Incorrect conversation creation parameters',
};

/** An activity that comes along is not sent: the message has to follow. */
function openChat(call: Call, value: JsonObject, members: JsonObject[]) {
  const [member, second] = members;
  if (!member || second || value.isGroup === true) return refuse(INCOMPLETE, value);
  const { tenant } = inside(value.channelData);
  if (!textOf(value.tenantId) && !textOf(inside(tenant).id)) {
    return refuse({ code: 'BadSyntax', reason: 'Bad format of conversation ID' }, value);
  }
  const person = memberCalled(textOf(member.id));
  if ('code' in person) return refuse(person, value);
  const { refusal, note } = call.conversations.chat(call.bot, person);
  if (refusal === 'ForbiddenOperationException') {
    return refuse({ code: refusal, reason: note }, value);
  }
  const tooMany = call.pace.enter('create conversation', call.bot.name, person.name);
  if (tooMany) return refuse(tooMany, value);
  const { id } = call.conversations.open(call.bot, person);
  return { ...tell({ id }, 201), payload: value };
}

/** By the id bots know or the one Entra knows; an address names nobody here. */
function memberCalled(id: string): Person | ApiError {
  const isObjectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  if (!isObjectId && !id.startsWith('29:')) {
    return { code: 'BadSyntax', reason: 'Invalid user identity in provided tenant' };
  }
  const person = personCalled(id);
  if (person) return person;
  return isObjectId
    ? { code: 'BadSyntax', reason: 'Invalid user identity in provided tenant' }
    : { code: 'BadArgument', reason: 'Failed to decrypt pairwise id' };
}
