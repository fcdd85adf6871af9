import { z } from 'zod';
import type { FakeIncident } from '../../incident';
import { invalid, refuse, tell } from '../answer';
import { asking } from '../call';
import { objectId, pageOf } from '../shapes';
import { toldIncident } from './read';

const LONGEST_S = 31 * 24 * 3600;

const numbers = z.array(z.int()).nullish();

const search = z
  .looseObject({
    start_time: z.int().min(1),
    end_time: z.int(),
    asc: z.boolean().nullish(),
    is_snoozed: z.boolean().nullish(),
    progress: z.string().nullish(),
    incident_severity: z.string().nullish(),
    query: z.string().nullish(),
    channel_ids: numbers,
    responder_ids: numbers,
    incident_ids: z.array(z.string()).nullish(),
    nums: z.array(z.string()).nullish(),
    p: z.int().min(0).nullish(),
    limit: z.int().min(0).max(100).nullish(),
    search_after_ctx: objectId.nullish(),
  })
  .refine(({ start_time, end_time }) => end_time > start_time, {
    path: ['end_time'],
    message: 'It is not greater than start_time',
  })
  .refine(({ start_time, end_time }) => end_time - start_time <= LONGEST_S, {
    path: ['end_time'],
    message: 'It is more than 31 days after start_time',
  });

type Search = z.output<typeof search>;

/** `/incident/list`, newest first unless told. https://docs.flashcat.cloud/en/openapi/pagination */
export const list = asking(search, (wanted, { pane }) => {
  const found = pane.alerts.filter((incident) => matches(incident, wanted));
  const ordered = wanted.asc ? found : found.reverse();
  const from = startOf(ordered, wanted.search_after_ctx ?? undefined);
  if (from === undefined) return refuse(invalid('search_after_ctx is none of this list.'));
  const size = wanted.limit || 20;
  const paging = { p: from > 0 ? 1 : wanted.p || 1, limit: size };
  const { items, has_next_page } = pageOf(ordered.slice(from), paging);
  const last = items.at(-1);
  return tell({
    items: items.map(toldIncident),
    total: found.length,
    has_next_page,
    ...(has_next_page && last && { search_after_ctx: last.id }),
  });
});

function startOf(incidents: readonly FakeIncident[], after: string | undefined) {
  if (after === undefined) return 0;
  const index = incidents.findIndex(({ id }) => id === after);
  return index < 0 ? undefined : index + 1;
}

function matches(incident: FakeIncident, wanted: Search): boolean {
  const { id, createdAt, progress, severity, channelId, responders, story } = incident;
  const query = wanted.query?.toLowerCase() ?? '';
  return (
    createdAt >= wanted.start_time &&
    createdAt <= wanted.end_time &&
    named(wanted.progress, progress) &&
    named(wanted.incident_severity, severity) &&
    among(wanted.channel_ids, [channelId]) &&
    among(
      wanted.responder_ids,
      responders.map(({ person_id }) => person_id),
    ) &&
    among(wanted.incident_ids, [id]) &&
    among(wanted.nums, [id.slice(-6).toUpperCase()]) &&
    (!wanted.is_snoozed || incident.snoozedBefore > 0) &&
    `${story.title} ${story.details}`.toLowerCase().includes(query)
  );
}

/** Several are separated by commas. */
const named = (wanted: string | null | undefined, value: string) =>
  !wanted || wanted.split(',').includes(value);

const among = <T>(wanted: readonly T[] | null | undefined, values: readonly T[]) =>
  !wanted || wanted.length === 0 || values.some((value) => wanted.includes(value));
