import { z } from 'zod';
import { describeIssue } from '../judging/issue';
import { action } from './actions';
import type { Objection } from './refusal';

const text = z.string().nullish();
const url = z
  .string()
  .regex(/^(|https?:\/\/[^\s/]+.*)$/s, 'An address starts with http:// or https://')
  .nullish();

/** The server writes a line in its log for most of these; here they are refused. */
const attachment = z
  .looseObject({
    fallback: text,
    color: z
      .string()
      .regex(/^(|good|warning|danger|#[0-9a-fA-F]{6})$/, 'A colour is a word or six digits')
      .nullish(),
    pretext: text,
    author_name: text,
    author_link: url,
    author_icon: url,
    title: text,
    title_link: url,
    text,
    fields: z
      .array(
        z.looseObject({
          title: text,
          value: z.union([z.string(), z.number().int()]).nullish(),
          short: z.union([z.boolean(), z.enum(['true', 'false'])]).nullish(),
        }),
      )
      .nullish(),
    image_url: url,
    thumb_url: url,
    footer: z
      .string()
      .refine((footer) => [...footer].length <= 300, 'More than 300 characters are cut')
      .nullish(),
    footer_icon: url,
    actions: z.array(action).nullish(),
  })
  .refine(({ title, title_link }) => !title_link || title, 'A title link needs a title')
  .refine(({ author_name, author_link }) => !author_link || author_name, 'A link needs an author');

export function attachmentsObjection(attachments: unknown): Objection | undefined {
  const { error } = z.array(attachment.nullable()).nullish().safeParse(attachments);
  const [issue] = error?.issues ?? [];
  return issue && { code: 'attachments', reason: describeIssue('attachments', issue) };
}
