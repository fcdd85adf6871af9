import { z } from 'zod';
import { decodeJson } from '../../judging/decode';
import { describeIssue } from '../../judging/issue';
import { LARGEST_BODY } from '../size';
import type { ApiError } from './answer';

const text = z.string().nullish();
const flag = z.boolean().nullish();

const PRIORITIES = ['', 'standard', 'important', 'urgent'];

/** What Go can put into its structs; other names are ignored. */
export const postBody = z.looseObject({
  id: text,
  channel_id: text,
  root_id: text,
  message: text,
  type: text,
  pending_post_id: text,
  is_pinned: flag,
  file_ids: z.array(z.string()).nullish(),
  props: z.looseObject({}).nullish(),
  metadata: z
    .looseObject({
      priority: z
        .looseObject({
          priority: z.string().refine((name) => PRIORITIES.includes(name), 'No such priority'),
          requested_ack: flag,
          persistent_notifications: flag,
        })
        .nullish(),
    })
    .nullish(),
});

export type PostBody = z.output<typeof postBody>;

export const ephemeralBody = z.looseObject({ user_id: text, post: postBody.nullish() });

/** A body in its shape, or why the server cannot read it; `name` is what the server calls it. */
export function read<T>(
  schema: z.ZodType<T>,
  body: Buffer,
  name: string,
): { value: T } | { error: ApiError } {
  const large = tooLarge(body);
  if (large) return { error: large };
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return { error: invalid(name, decoded.flaw) };
  const { data, error } = schema.safeParse(decoded.payload);
  const [issue] = error?.issues ?? [];
  if (issue) return { error: invalid(name, describeIssue(name, issue)) };
  return { value: data as T };
}

export function invalid(name: string, reason: string): ApiError {
  return { id: 'api.context.invalid_body_param.app_error', name, reason };
}

export function tooLarge(body: Buffer): ApiError | undefined {
  if (body.length <= LARGEST_BODY) return undefined;
  const reason = `The body has ${body.length} bytes; more than ${LARGEST_BODY} are refused.`;
  return { id: 'api.context.request_body_too_large.app_error', reason };
}
