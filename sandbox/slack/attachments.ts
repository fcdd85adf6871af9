import { z } from 'zod';
import { describeIssue } from '../judging/issue';
import type { Objection } from './refusal';

const SOURCE =
  'https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments';
const MOST_ATTACHMENTS = 100;

const attachment = z.looseObject({
  color: z
    .string()
    .regex(
      /^(|good|warning|danger|#?[0-9a-f]{3}|#?[0-9a-f]{6})$/i,
      'A colour is good, warning, danger or a hex colour such as #439FE0.',
    )
    .optional(),
  fallback: z.string().optional(),
  pretext: z.string().optional(),
  title: z.string().optional(),
  title_link: z.string().optional(),
  text: z.string().optional(),
  footer: z.string().max(300).optional(),
  fields: z.array(z.looseObject({ title: z.string().optional() })).optional(),
  actions: z.array(z.looseObject({})).max(5).optional(),
  blocks: z.array(z.unknown()).optional(),
});

export function attachmentsObjection(attachments: unknown): Objection | undefined {
  if (attachments === undefined || attachments === null) return undefined;
  if (Array.isArray(attachments) && attachments.length > MOST_ATTACHMENTS) {
    const reason = `The message has ${attachments.length} attachments; 100 is the most.`;
    return { code: 'too_many_attachments', reason };
  }
  const { error } = z.array(attachment).safeParse(attachments);
  const [issue] = error?.issues ?? [];
  if (!issue) return undefined;
  return {
    code: 'invalid_attachments',
    reason: describeIssue('attachments', issue),
    source: SOURCE,
  };
}
