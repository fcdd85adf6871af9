import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { NewMessage } from '../../platform';
import type { KeptActivity } from './activities';
import { pingsIn, sizeOf, textIn } from './activity';
import type { ApiError } from './answer';
import { accountOf, type BotRow } from './bots';
import { type Call, isTargeted } from './call';
import type { Conversation } from './conversations';
import { type Person, personCalled } from './world';

/** A message of a bot as everybody sees it from now on. */
export function post(
  call: Call,
  conversation: Conversation,
  activity: JsonObject,
  rootId: string | undefined,
): KeptActivity {
  const { bot, activities, now } = call;
  const id = activities.newId(now);
  const reader = readerOf(call, activity);
  const kept: KeptActivity = {
    id,
    conversationId: conversation.id,
    rootId: rootId ?? id,
    appId: bot.appId,
    targeted: reader !== undefined,
    message: {
      ...contentOf(bot, activity),
      channel: conversation.name,
      ref: id,
      ...(rootId !== undefined && { replyTo: rootId }),
      ...(reader && { onlyFor: reader.name }),
    },
  };
  activities.keep(kept);
  return kept;
}

/** What an update changes. */
export function contentOf(
  bot: BotRow,
  activity: JsonObject,
): Pick<NewMessage, 'text' | 'payload' | 'pings' | 'size'> {
  return {
    text: textIn(activity),
    payload: { ...activity, from: { id: accountOf(bot), name: bot.name } },
    pings: pingsIn(activity),
    size: sizeOf(activity),
  };
}

/** A message for one person says whom it is for, and stands where others are, too. */
export function targetError(
  call: Call,
  { person }: Conversation,
  activity: JsonObject,
): ApiError | undefined {
  if (!isTargeted(call)) return undefined;
  if (person) return { code: 'BadArgument', reason: 'Targeted messages have no use in a chat.' };
  if (readerOf(call, activity)) return undefined;
  return { code: 'BadArgument', reason: 'The recipient is no member of the conversation.' };
}

function readerOf(call: Call, { recipient }: JsonObject): Person | undefined {
  if (!isTargeted(call) || !isObject(recipient)) return undefined;
  return personCalled(textOf(recipient.id));
}
