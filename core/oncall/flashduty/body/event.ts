import { anyDefined, defined } from '../../../alert/defined';
import type { AlertEvent, Capability, EventType } from '../../../alert/event';
import { NO_TIME, toIso } from '../../../alert/time';
import { text, wholeNumber } from '../../../alert/untrusted';
import { alertId, readAlert } from './alert';
import { readChange } from './change';
import type { Delivery } from './envelope';
import { readEscalation } from './escalation';
import { fallbackEventId } from './event-id';
import { idOf } from './ids';
import type { Kind } from './kind';
import { readAssignees } from './people';

export const readEvent = (delivery: Delivery, kind: Kind, known: Known): AlertEvent => {
  const { about, rawType, fields, eventId } = delivery;
  const { type, automatic } = kind;
  const { actor, receivedAt, alertUrlPattern, capabilities } = known;
  const occurredAt =
    occurredWhen(delivery, type) ?? receivedAt ?? toIso(fields.updated_at) ?? NO_TIME;
  const id = alertId(delivery) ?? 'unknown';
  return defined({
    schemaVersion: 1 as const,
    id: text(eventId) ?? fallbackEventId(delivery, alertId(delivery), receivedAt),
    type,
    rawType,
    platform: 'flashduty',
    account: idOf(fields.account_id),
    occurredAt,
    receivedAt: receivedAt ?? occurredAt,
    automatic,
    actor,
    alert: readAlert(delivery, { id, type, occurredAt, alertUrlPattern }),
    origin: readOrigin(fields),
    escalation: readEscalation(fields),
    assignees: readAssignees(fields),
    change: readChange(rawType, fields),
    group: readGroup(id, fields),
    // The calls take incidents; an alert is only handled through its incident.
    capabilities: about === 'incident' ? capabilities : [],
  });
};

interface Known {
  readonly actor: AlertEvent['actor'];
  readonly receivedAt: string | undefined;
  readonly alertUrlPattern: string | undefined;
  readonly capabilities: readonly Capability[];
}

/** Bodies that people have shortened may have lost `event_time`. */
const occurredWhen = ({ fields, time }: Delivery, type: EventType): string | undefined => {
  const { start_time, ack_time, close_time } = fields;
  const known = { created: start_time, accepted: ack_time, resolved: close_time } as const;
  return toIso(time) ?? toIso(known[type as keyof typeof known]);
};

/** The channel, Flashduty's word for the space of a team; an alert without one has an integration. */
const readOrigin = (fields: Delivery['fields']): AlertEvent['origin'] => {
  const { channel_id, channel_name, data_source_id, data_source_name, data_source_type } = fields;
  const channel = anyDefined({ id: idOf(channel_id), name: text(channel_name) });
  if (channel !== undefined) return { ...channel, type: 'channel' };
  const integration = { id: idOf(data_source_id), name: text(data_source_name) };
  return anyDefined({ ...integration, type: text(data_source_type) });
};

/** How many alerts an incident stands for, where it is more than one. */
const readGroup = (key: string, { alert_cnt }: Delivery['fields']): AlertEvent['group'] => {
  const size = wholeNumber(alert_cnt) ?? 0;
  return size > 1 ? { key, size } : undefined;
};
