import { z } from 'zod';
import type { Size } from '../../journal/entries';
import { describeIssue } from '../../judging/issue';
import { isObject, type JsonObject, objectsIn, textOf } from '../../judging/shape';
import { cardObjection } from '../card';
import { cardTexts } from '../card-texts';
import { cardsIn, pingsOf } from '../message';
import type { ApiError } from './answer';

const CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * 100 KB for the whole message, counted in UTF-16:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const LARGEST_ACTIVITY = 102_400;

const text = z.string().nullish();
const account = z.looseObject({ id: text, name: text }).nullish();

/** What the connector reads of an activity; it ignores other names. */
const shape = z.looseObject({
  type: text,
  text,
  summary: text,
  textFormat: z.enum(['markdown', 'plain', 'xml']).nullish(),
  importance: z.enum(['low', 'normal', 'high', 'urgent']).nullish(),
  attachmentLayout: z.enum(['list', 'carousel']).nullish(),
  replyToId: text,
  from: account,
  recipient: account,
  attachments: z.array(z.looseObject({ contentType: z.string() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  channelData: z.looseObject({}).nullish(),
});

export function sizeOf(activity: JsonObject): Size {
  return { used: 2 * JSON.stringify(activity).length, limit: LARGEST_ACTIVITY, unit: 'bytes' };
}

/** The first thing Teams would object to in a message, if anything. */
export function activityError(activity: JsonObject): ApiError | undefined {
  const { used, limit } = sizeOf(activity);
  if (used > limit) {
    const reason = `The message has ${used} bytes in UTF-16; more than ${limit} are refused.`;
    return { code: 'MessageSizeTooBig', reason };
  }
  const [issue] = shape.safeParse(activity).error?.issues ?? [];
  if (issue) return bad(describeIssue('activity', issue));
  if (activity.type !== 'message') return bad('Unknown activity type');
  return emptyError(activity) ?? attachmentError(activity) ?? mentionError(activity);
}

const bad = (reason: string): ApiError => ({ code: 'BadArgument', reason });

function emptyError({ text, attachments }: JsonObject): ApiError | undefined {
  if (textOf(text).trim() !== '' || objectsIn(attachments).length > 0) return undefined;
  const reason = "Activity must include non empty 'text' field or at least 1 attachment";
  return { code: 'BadSyntax', reason };
}

function attachmentError({ attachments }: JsonObject): ApiError | undefined {
  for (const [index, { contentType, content }] of objectsIn(attachments).entries()) {
    const place = `attachments[${index}]`;
    if (contentType !== CARD) return bad(`${place}: Unknown attachment type ${contentType}`);
    if (!isObject(content)) return bad(`${place}.content is not a card.`);
    const objection = cardObjection(`${place}.content`, content, 'bot');
    if (objection) return { code: 'BadArgument', reason: objection.reason };
  }
  return undefined;
}

/** What stands in a mention has to stand in the text, byte for byte. */
function mentionError({ text, entities }: JsonObject): ApiError | undefined {
  for (const { type, text: mention, mentioned } of objectsIn(entities)) {
    if (type !== 'mention') continue;
    if (!/^<at>[^<>]+<\/at>$/.test(textOf(mention)) || !textOf(text).includes(textOf(mention))) {
      return bad(`entities: ${mention} does not stand in the text.`);
    }
    if (!isObject(mentioned) || textOf(mentioned.id) === '') {
      return bad(`entities: ${mention} mentions nobody.`);
    }
  }
  return undefined;
}

/** Everything people read, from the top. */
export function textIn(activity: JsonObject): string {
  const texts = cardsIn(activity).flatMap((card) => cardTexts(card).all);
  return [textOf(activity.text), ...texts].filter(Boolean).join('\n');
}

/** Whom a message notifies: the people its mentions name, each once. */
export function pingsIn(activity: JsonObject): string[] {
  const inText = objectsIn(activity.entities)
    .filter(({ type }) => type === 'mention')
    .map(({ mentioned }) => (isObject(mentioned) ? textOf(mentioned.id) : ''));
  return [...new Set([...inText, ...pingsOf(cardsIn(activity))])];
}
