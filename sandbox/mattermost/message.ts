import { z } from 'zod';
import { describeIssue } from '../judging/issue';
import { isObject, type JsonObject, textOf } from '../judging/shape';
import type { Objection } from './refusal';

const text = z.string().nullish();

/** What Go can put into its struct; other names are ignored. */
const request = z.looseObject({
  text,
  username: text,
  icon_url: text,
  icon_emoji: text,
  channel: text,
  type: text,
  props: z.looseObject({}).nullish(),
  attachments: z.array(z.looseObject({}).nullable()).nullish(),
  priority: z
    .looseObject({
      priority: text,
      requested_ack: z.boolean().nullish(),
      persistent_notifications: z.boolean().nullish(),
    })
    .nullish(),
  silent: z.boolean().nullish(),
});

export function decodeObjection(payload: JsonObject): Objection | undefined {
  const [issue] = request.safeParse(payload).error?.issues ?? [];
  return issue && { code: 'decode', reason: describeIssue('The message', issue) };
}

export function textObjection({ text, attachments }: JsonObject): Objection | undefined {
  if (textOf(text) !== '' || Array.isArray(attachments)) return undefined;
  return { code: 'text', reason: 'The message has no text and no attachments.' };
}

const PRIORITIES: readonly unknown[] = ['', 'standard', 'important', 'urgent'];

/** What the server finds wrong with a post when everything else is in order. */
export function postObjection({
  type,
  priority,
  silent,
  attachments,
}: JsonObject): Objection | undefined {
  if (isObject(priority)) {
    if (!PRIORITIES.includes(priority.priority)) {
      return { code: 'priority', reason: 'The priority is not standard, important or urgent.' };
    }
    if (priority.persistent_notifications === true && silent === true) {
      return { code: 'priority', reason: 'A post cannot be both persistent and silent.' };
    }
  }
  const own = textOf(type);
  if (own === '' || own.startsWith('custom_') || Array.isArray(attachments)) return undefined;
  return { code: 'post_type', reason: `The type ${own} is not one that begins with custom_.` };
}
