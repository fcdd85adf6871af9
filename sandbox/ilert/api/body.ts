import { z } from 'zod';
import { decodeJson } from '../../judging/decode';
import { describeIssue } from '../../judging/issue';
import { type ApiError, bad } from './answer';

/** A body in its shape, or why ilert cannot read it. Names it does not know are ignored. */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  body: Buffer,
): { value: z.output<Schema> } | ApiError {
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return bad(decoded.flaw);
  const { data, error } = schema.safeParse(decoded.payload);
  const [issue] = error?.issues ?? [];
  return issue ? bad(describeIssue('body', issue)) : { value: data as z.output<Schema> };
}

const idOnly = z.looseObject({ id: z.int() });

export const links = z.array(z.looseObject({ href: z.string(), text: z.string().nullish() }));
export const images = z.array(
  z.looseObject({ src: z.string(), href: z.string().nullish(), alt: z.string().nullish() }),
);
const priority = z.enum(['HIGH', 'LOW']);
const filled = z.string().min(1, 'It must not be empty');

/** https://api.ilert.com/api-docs/#tag/events */
export const eventBody = z.looseObject({
  integrationKey: z.string().optional(),
  /** What older clients call it. */
  apiKey: z.string().optional(),
  eventType: z.enum(['ALERT', 'ACCEPT', 'RESOLVE', 'COMMENT']),
  summary: filled.nullish(),
  details: z.string().nullish(),
  alertKey: z.string().nullish(),
  priority: priority.nullish(),
  severity: z.int().min(1).max(5).nullish(),
  images: images.nullish(),
  links: links.nullish(),
  comments: z
    .array(z.looseObject({ creator: z.string().nullish(), content: z.string() }))
    .nullish(),
  labels: z.record(z.string(), z.string()).nullish(),
  services: z.array(z.looseObject({ alias: z.string().nullish() })).nullish(),
  customDetails: z.looseObject({}).nullish(),
  routingKey: z.string().nullish(),
});

export type EventBody = z.output<typeof eventBody>;

/** https://api.ilert.com/api-docs/#tag/alerts, POST */
export const alertBody = z.looseObject({
  summary: filled,
  details: z.string().nullish(),
  alertSource: idOnly,
  escalationPolicy: idOnly.nullish(),
  priority: priority.nullish(),
  images: images.nullish(),
  links: links.nullish(),
  responders: z.array(z.looseObject({ user: idOnly })).nullish(),
});

export type AlertBody = z.output<typeof alertBody>;

/** The documents show no body; both objects they name in this place are understood. */
export const responderBody = z.union([
  z.looseObject({ user: idOnly }).transform(({ user }) => user.id),
  idOnly.transform(({ id }) => id),
]);
