import { defined } from '../../../alert/defined';
import type { Alert, AlertStatus, Severity } from '../../../alert/event';
import { readImages, readLabels, readLinks, webAddress } from '../../../alert/facts';
import { severityFromWord } from '../../../alert/severity';
import { toIso } from '../../../alert/time';
import { text } from '../../../alert/untrusted';
import { alertUrl } from '../../alert-url';
import { otherFields } from '../../other-fields';
import type { ParseOptions } from '../../platform';
import type { Trigger } from './trigger';

type Fields = Readonly<Record<string, unknown>>;

/** Facts that have no place of their own in an alert. */
const OTHER_FIELDS = [
  'severity',
  'correlationId',
  'mergeState',
  'mergedIntoId',
  'mergedOn',
  'linkedIncidentId',
  'customDetails',
] as const;

export const readAlert = (
  fields: Fields,
  { type }: Trigger,
  { id, occurredAt, alertUrlPattern }: Known,
): Alert => {
  const status = readStatus(fields.status, type);
  const labels = readLabels(fields.labels);
  const priority = text(fields.priority);
  const startedAt = toIso(fields.reportTime);
  return defined({
    id,
    key: text(fields.alertKey),
    title: text(fields.summary) ?? `Alert ${id}`,
    description: text(fields.details),
    // The default body has none: https://docs.ilert.com/integrations/outbound-integrations/webhook
    url: webAddress(fields.alertUrl) ?? alertUrl(alertUrlPattern, id),
    status,
    severity: severityOf(labels, priority),
    priority,
    urgency: URGENCIES.get(priority),
    startedAt,
    createdAt: startedAt,
    acknowledgedAt: type === 'accepted' ? occurredAt : undefined,
    resolvedAt: status === 'resolved' ? resolvedAt(fields, type, occurredAt) : undefined,
    labels,
    fields: otherFields(fields, OTHER_FIELDS),
    links: readLinks(fields.links),
    images: readImages(fields.images),
  });
};

interface Known extends ParseOptions {
  readonly id: string;
  readonly occurredAt: string;
}

const STATUSES: ReadonlyMap<unknown, AlertStatus> = new Map([
  ['NEW', 'open'],
  ['PENDING', 'open'],
  ['ACCEPTED', 'acknowledged'],
  ['RESOLVED', 'resolved'],
]);

/** The event's own meaning wins over a status that was written before it. */
const readStatus = (value: unknown, type: Trigger['type']): AlertStatus => {
  if (type === 'resolved') return 'resolved';
  const status = STATUSES.get(value) ?? 'open';
  return type === 'accepted' && status === 'open' ? 'acknowledged' : status;
};

const resolvedAt = (fields: Fields, type: Trigger['type'], occurredAt: string) =>
  toIso(fields.resolvedOn) ?? (type === 'resolved' ? occurredAt : undefined);

const URGENCIES: ReadonlyMap<unknown, 'high' | 'low'> = new Map([
  ['HIGH', 'high'],
  ['LOW', 'low'],
]);

/**
 * A label says more than the priority, which only tells whether somebody is woken up. The number
 * `severity` stays as it is: ilert does not document which end of 1 to 5 is the worst.
 */
const severityOf = (
  labels: Readonly<Record<string, string>>,
  priority: string | undefined,
): Severity => {
  const label = Object.hasOwn(labels, 'severity') ? severityFromWord(labels.severity) : undefined;
  const urgency = URGENCIES.get(priority);
  return label ?? (urgency === undefined ? 'unknown' : urgency === 'high' ? 'high' : 'info');
};
