import { defined } from '../../../alert/defined';
import type { Alert, AlertStatus, EventType } from '../../../alert/event';
import { readImages, readLabels, webAddress } from '../../../alert/facts';
import { severityFromWord } from '../../../alert/severity';
import { toIso } from '../../../alert/time';
import { text } from '../../../alert/untrusted';
import { alertUrl } from '../../alert-url';
import { otherFields } from '../../other-fields';
import type { ParseOptions } from '../../platform';
import type { Delivery } from './envelope';
import { idOf } from './ids';
import { isOver } from './kind';

/** Facts that have no place of their own in an alert. */
const OTHER_FIELDS = [
  'impact',
  'root_cause',
  'resolution',
  'incident_status',
  'alert_status',
  'alert_cnt',
  'event_cnt',
  'group_method',
  'data_source_name',
  'data_source_type',
  'incident',
  'alerts',
  'fields',
] as const;

export const readAlert = (delivery: Delivery, known: Known): Alert => {
  const { about, fields } = delivery;
  const { id, type, occurredAt, alertUrlPattern } = known;
  const status = readStatus(delivery, type);
  const number = text(fields.num);
  return defined({
    id,
    key: text(fields.alert_key) ?? text(fields.dedup_key),
    number,
    title: text(fields.title) ?? `${about === 'incident' ? 'Incident' : 'Alert'} ${number ?? id}`,
    description: text(fields.description),
    url: webAddress(fields.detail_url) ?? alertUrl(alertUrlPattern, id),
    status,
    snoozedUntil: snoozedUntil(fields, type, status, occurredAt),
    severity: severityFromWord(fields.incident_severity ?? fields.alert_severity) ?? 'unknown',
    startedAt: toIso(fields.start_time) ?? toIso(fields.created_at),
    createdAt: toIso(fields.created_at),
    acknowledgedAt: status === 'open' ? undefined : acknowledgedAt(fields, type, occurredAt),
    resolvedAt: status === 'resolved' ? resolvedAt(fields, type, occurredAt) : undefined,
    updatedAt: toIso(fields.updated_at),
    labels: readLabels(fields.labels),
    fields: otherFields(withoutNothing(fields), OTHER_FIELDS),
    links: [],
    images: readImages(fields.images),
  });
};

interface Known extends ParseOptions {
  readonly id: string;
  readonly type: EventType;
  readonly occurredAt: string;
}

export const alertId = ({ about, fields }: Delivery): string | undefined =>
  idOf(about === 'incident' ? fields.incident_id : fields.alert_id);

const PROGRESS: ReadonlyMap<unknown, AlertStatus> = new Map([
  ['Triggered', 'open'],
  ['Processing', 'acknowledged'],
  ['Closed', 'resolved'],
]);

/** The event's own meaning wins over a progress that was written before it. */
const readStatus = ({ about, fields }: Delivery, type: EventType): AlertStatus => {
  if (type === 'resolved') return 'resolved';
  if (about === 'alert') return isOver(fields) ? 'resolved' : 'open';
  const status = PROGRESS.get(fields.progress) ?? 'open';
  if (type === 'reopened' && status === 'resolved') return 'open';
  return type === 'accepted' && status === 'open' ? 'acknowledged' : status;
};

/** The last deadline stays in the body after it has passed. */
const snoozedUntil = (
  fields: Delivery['fields'],
  type: EventType,
  status: AlertStatus,
  occurredAt: string,
): string | undefined => {
  const until = toIso(fields.snoozed_before);
  const isOff = status === 'resolved' || type === 'unsnoozed' || type === 'reopened';
  return until === undefined || isOff || until <= occurredAt ? undefined : until;
};

const acknowledgedAt = (fields: Delivery['fields'], type: EventType, occurredAt: string) =>
  toIso(fields.ack_time) ?? (type === 'accepted' ? occurredAt : undefined);

const resolvedAt = (fields: Delivery['fields'], type: EventType, occurredAt: string) =>
  toIso(fields.close_time) ??
  toIso(fields.end_time) ??
  (type === 'resolved' ? occurredAt : undefined);

/** Flashduty writes every field, empty where there is nothing. */
const withoutNothing = (fields: Delivery['fields']): Delivery['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== 0));
