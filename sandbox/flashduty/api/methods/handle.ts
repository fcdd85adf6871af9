import { z } from 'zod';
import * as changes from '../../changes';
import { type FakeIncident, seconds } from '../../incident';
import { type ApiError, invalid, refuse, tell } from '../answer';
import { type Call, changing, type Method } from '../call';
import { incidentsIn, openIncidentsIn } from '../find';
import { incidentIds, text } from '../shapes';

const many = z.looseObject({ incident_ids: incidentIds });

/** What only this kind of event tells in the timeline; undefined where there was nothing to do. */
type Change<Wanted> = (
  incident: FakeIncident,
  wanted: Wanted,
  call: Call,
) => Record<string, unknown> | undefined;

/** A change of several incidents at once, and the event it makes of each. */
function each<Schema extends typeof many>(
  schema: Schema,
  eventType: string,
  find: typeof incidentsIn,
  change: Change<z.output<Schema>>,
  silent: (wanted: z.output<Schema>) => boolean = () => false,
): Method {
  return changing(schema, (wanted, call) => {
    const found = find((wanted as z.output<typeof many>).incident_ids, call);
    if ('code' in found) return refuse(found);
    for (const incident of found.incidents) {
      const detail = change(incident, wanted, call);
      if (!detail) continue;
      incident.updatedAt = seconds(call.now);
      call.pane.tell(incident, eventType, call.by, { detail, silent: silent(wanted) });
    }
    return tell();
  });
}

export const ack = each(many, 'i_ack', openIncidentsIn, (incident, _, { owner, now }) => {
  if (changes.responderIn(incident, owner)?.acknowledged_at) return undefined;
  changes.acknowledge(incident, owner, seconds(now));
  return {};
});

export const unack = each(many, 'i_unack', openIncidentsIn, (incident, _, { owner }) => {
  if (!changes.responderIn(incident, owner)?.acknowledged_at) return undefined;
  changes.unacknowledge(incident, owner);
  return {};
});

const resolution = many.extend({
  root_cause: text(1024).nullish(),
  resolution: text(1024).nullish(),
});

/** `from` is where it was closed; the API counts as the console. */
export const resolve = each(resolution, 'i_rslv', openIncidentsIn, (incident, wanted, call) => {
  if (wanted.root_cause) incident.rootCause = wanted.root_cause;
  if (wanted.resolution) incident.resolution = wanted.resolution;
  changes.close(incident, call.owner, seconds(call.now));
  return { from: 'console' };
});

const closedIncidentsIn: typeof incidentsIn = (ids, call) => {
  const found = incidentsIn(ids, call);
  if ('code' in found) return found;
  const open = found.incidents.find(({ progress }) => progress !== 'Closed');
  return open ? notClosed(open) : found;
};

const notClosed = ({ id }: FakeIncident): ApiError =>
  invalid(`Incident ${id} is not closed; only a closed one can be reopened.`);

export const reopen = each(
  many.extend({ reason: text(1024).nullish() }),
  'i_reopen',
  closedIncidentsIn,
  (incident, { reason }, { now }) => {
    changes.reopen(incident, seconds(now));
    return { reason: reason ?? '' };
  },
);

export const snooze = each(
  many.extend({ minutes: z.int().min(1).max(1440) }),
  'i_snooze',
  openIncidentsIn,
  (incident, { minutes }, { now }) => {
    changes.snooze(incident, minutes, seconds(now));
    return { minutes };
  },
);

export const wake = each(many, 'i_wake', openIncidentsIn, (incident) => {
  const { snoozedBefore } = incident;
  incident.snoozedBefore = 0;
  return snoozedBefore === 0 ? undefined : { snoozedBefore };
});

/** With `mute_reply` no webhook tells of it. */
export const comment = each(
  many.extend({
    comment: text(1024).min(1, 'It must not be empty'),
    mute_reply: z.boolean().nullish(),
  }),
  'i_comm',
  incidentsIn,
  (incident, wanted, { by, now }) => {
    incident.comments.push({ text: wanted.comment, by: by.name, at: now });
    return { comment: wanted.comment, mute_reply: wanted.mute_reply ?? false };
  },
  ({ mute_reply }) => mute_reply === true,
);
