import { jsonText } from '../../judging/answers';
import type { KeptActivity } from './activities';
import { activityError } from './activity';
import { type ApiError, carryOut, refuse } from './answer';
import { readBody } from './body';
import { type Call, isTargeted, type Method } from './call';
import { contentOf } from './post';
import { NO_ACTIVITY } from './send-activity';

/** `PUT /v3/conversations/{conversationId}/activities/{activityId}`: the message as a whole. */
export const updateActivity: Method = (call) => {
  const read = readBody(call);
  if ('error' in read) return refuse(read.error);
  const { value } = read;
  const found = ownActivity(call);
  if ('code' in found) return refuse(found, value);
  const error = activityError(value);
  if (error) return refuse(error, value);
  const message = { ...found.message, ...contentOf(call.bot, value) };
  call.activities.keep({ ...found, message });
  return carryOut('update', message, jsonText(200, { id: found.id }));
};

/** `DELETE /v3/conversations/{conversationId}/activities/{activityId}` */
export const deleteActivity: Method = (call) => {
  const found = ownActivity(call);
  if ('code' in found) return refuse(found);
  call.activities.remove(found.id);
  return carryOut('delete', found.message, { status: 200, body: '' });
};

/** A bot finds what it wrote itself, in the thread it stands in, and privately what is private. */
function ownActivity(call: Call): KeptActivity | ApiError {
  const { bot, params, conversations, activities, pace } = call;
  const conversation = conversations.find(bot, params.conversationId ?? '');
  if ('code' in conversation) return conversation;
  const { id, name, refusal, note, threadId } = conversation;
  if (refusal) return { code: refusal, reason: `${name} takes no messages. ${note}` };
  const found = activities.find(id, params.activityId ?? '');
  if (!found || found.targeted !== isTargeted(call)) return NO_ACTIVITY;
  if (threadId !== undefined && found.rootId !== threadId) return NO_ACTIVITY;
  if (found.appId !== bot.appId) return { ...NO_ACTIVITY, reason: 'Another bot wrote it.' };
  const thread = `the thread ${found.rootId} of ${name}`;
  return pace.enter('send to conversation', bot.name, thread) ?? found;
}
