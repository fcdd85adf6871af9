import { jsonText } from '../../judging/answers';
import type { JsonObject } from '../../judging/shape';
import { activityError } from './activity';
import { type ApiError, carryOut, refuse, tell } from './answer';
import { readBody } from './body';
import type { Call, Method } from './call';
import type { Conversation } from './conversations';
import { post, targetError } from './post';

/** `POST /v3/conversations/{conversationId}/activities`: in a channel a new thread, unless its id names one. */
export const sendToConversation: Method = (call) => send(call);

/** `POST /v3/conversations/{conversationId}/activities/{activityId}`: an answer in its thread. */
export const replyToActivity: Method = (call) => {
  const found = call.conversations.find(call.bot, call.params.conversationId ?? '');
  if ('code' in found) return refuse(found);
  const answered = call.activities.find(found.id, call.params.activityId ?? '');
  if (!answered) return refuse(NO_ACTIVITY);
  return send(call, answered.rootId);
};

export const NO_ACTIVITY: ApiError = {
  code: 'ActivityNotFoundInConversation',
  reason: 'No message of this conversation has this id, or it was deleted.',
};

function send(call: Call, answeredId?: string) {
  const read = readBody(call);
  if ('error' in read) return refuse(read.error);
  const { value } = read;
  const found = call.conversations.find(call.bot, call.params.conversationId ?? '');
  if ('code' in found) return refuse(found, value);
  const rootId = found.person ? undefined : (answeredId ?? found.threadId);
  const error = placeError(call, found, rootId);
  if (error) return refuse(error, value);
  if (value.type === 'typing') return { ...tell({ id: '' }, 202), payload: value };
  const wrong = targetError(call, found, value) ?? activityError(value);
  return wrong ? refuse(wrong, value) : accept(call, found, value, rootId);
}

function placeError(
  { bot, activities, pace }: Call,
  conversation: Conversation,
  rootId: string | undefined,
): ApiError | undefined {
  const { id, name, refusal, note } = conversation;
  if (refusal) return { code: refusal, reason: `${name} takes no messages. ${note}` };
  if (rootId !== undefined && !activities.hasThread(id, rootId)) {
    const reason = `No thread of ${name} hangs on ${rootId}.`;
    return { code: 'ConversationNotFound', reason };
  }
  const thread = rootId === undefined ? name : `the thread ${rootId} of ${name}`;
  return pace.enter('send to conversation', bot.name, thread);
}

function accept(
  call: Call,
  conversation: Conversation,
  activity: JsonObject,
  rootId: string | undefined,
) {
  const { id, message } = post(call, conversation, activity, rootId);
  return carryOut('post', message, jsonText(201, { id }));
}
