import { anyDefined, defined } from '../../alert/defined';
import type { AlertEvent, Capability } from '../../alert/event';
import { NO_TIME, toIso } from '../../alert/time';
import { isRecord, record, text } from '../../alert/untrusted';
import { oneEvent } from '../one-event';
import type { OnCallPlatform, ParsedWebhook } from '../platform';
import { readAlert } from './body/alert';
import { type Delivery, readDelivery } from './body/envelope';
import { fallbackEventId } from './body/event-id';
import { readActor, readAssignees } from './body/people';

/**
 * No call takes back, snoozes or reopens:
 * https://docs.ilert.com/developer-docs/rest-api/api-reference/alerts
 */
export const capabilities: readonly Capability[] = [
  'accept',
  'resolve',
  'assign',
  'add-responder',
  'comment',
  'create',
];

export const recognises: OnCallPlatform['recognises'] = (body) => readDelivery(body) !== undefined;

export const parse: OnCallPlatform['parse'] = (body, receivedAt, options): ParsedWebhook => {
  const delivery = readDelivery(body);
  if (delivery === undefined) return { events: [], warnings: ['This is no event of ilert.'] };
  const { trigger, fields } = delivery;
  const occurredAt = occurredWhen(delivery) ?? receivedAt ?? toIso(fields.reportTime) ?? NO_TIME;
  const { alertUrlPattern } = options;
  const event = readEvent(delivery, { occurredAt, receivedAt, alertUrlPattern });
  return oneEvent(event, body, options, {
    platform: 'ilert',
    unknownEvent: trigger.isKnown ? undefined : trigger.rawType,
    namesAlert: alertId(fields) !== undefined,
  });
};

const readEvent = ({ trigger, fields, eventId }: Delivery, known: Known): AlertEvent => {
  const { type, rawType, automatic } = trigger;
  const { occurredAt, receivedAt = occurredAt, alertUrlPattern } = known;
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
  readonly occurredAt: string;
  readonly receivedAt: string | undefined;
  readonly alertUrlPattern: string | undefined;
}

const alertId = (fields: Delivery['fields']): string | undefined =>
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
