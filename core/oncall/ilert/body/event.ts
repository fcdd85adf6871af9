import { anyDefined, defined } from '../../../alert/defined';
import type { AlertEvent, Capability } from '../../../alert/event';
import { NO_TIME, toIso } from '../../../alert/time';
import { isRecord, record, text } from '../../../alert/untrusted';
import { readAlert } from './alert';
import type { Delivery } from './envelope';
import { fallbackEventId } from './event-id';
import { readActor, readAssignees } from './people';

export const readEvent = (delivery: Delivery, known: Known): AlertEvent => {
  const { trigger, fields, eventId } = delivery;
  const { type, rawType, automatic } = trigger;
  const { alertUrlPattern, capabilities } = known;
  const occurredAt =
    occurredWhen(delivery) ?? known.receivedAt ?? toIso(fields.reportTime) ?? NO_TIME;
  const { receivedAt = occurredAt } = known;
  const id = alertId(fields) ?? 'unknown';
  const assignees = readAssignees(fields, type);
  return defined({
    schemaVersion: 1 as const,
    id: text(eventId) ?? fallbackEventId(trigger, fields, assignees, known.receivedAt),
    type,
    rawType,
    platform: 'ilert',
    occurredAt,
    receivedAt,
    automatic,
    actor: readActor(fields, type, assignees),
    alert: readAlert(fields, trigger, { id, occurredAt, alertUrlPattern }),
    origin: named(fields.alertSource),
    escalation: readEscalation(fields, type, occurredAt),
    assignees,
    comment: readComment(fields.comment),
    change: readChange(fields, type),
    capabilities,
  });
};

interface Known {
  readonly receivedAt: string | undefined;
  readonly alertUrlPattern: string | undefined;
  readonly capabilities: readonly Capability[];
}

export const alertId = (fields: Delivery['fields']): string | undefined =>
  text(fields.id) ?? text(fields.alertKey);

/** Older bodies have no `timestamp`; the times of some events are known all the same. */
const occurredWhen = ({ trigger, fields, time }: Delivery): string | undefined => {
  const known = { created: fields.reportTime, resolved: fields.resolvedOn } as const;
  return toIso(time) ?? toIso(known[trigger.type as keyof typeof known]);
};

const named = (value: unknown): { id?: string; name?: string } | undefined => {
  const { id, name } = record(value);
  return anyDefined({ id: text(id), name: text(name) });
};

const readEscalation = (
  fields: Delivery['fields'],
  type: AlertEvent['type'],
  occurredAt: string,
): AlertEvent['escalation'] => {
  const policy = named(fields.escalationPolicy);
  const endedAt = type === 'escalation-ended' ? occurredAt : undefined;
  if (policy === undefined && endedAt === undefined) return undefined;
  return defined({ policyId: policy?.id, policyName: policy?.name, endedAt });
};

const readComment = (value: unknown): AlertEvent['comment'] => {
  const comment = isRecord(value) ? text(value.content) : text(value);
  return comment === undefined ? undefined : { text: comment };
};

/** ilert raises only from low to high. */
const readChange = (fields: Delivery['fields'], type: AlertEvent['type']): AlertEvent['change'] =>
  type === 'priority-changed' && fields.priority === 'HIGH'
    ? { field: 'priority', from: 'LOW', to: 'HIGH' }
    : undefined;
