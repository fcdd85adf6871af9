import { defined } from './defined';
import { ALERT_STATUSES, type Alert, type AlertStatus, type EventType, SEVERITIES } from './event';
import { readImages, readLabels, readLinks, webAddress } from './facts';
import { severityFromWord } from './severity';
import { toIso } from './time';
import { oneOf, record, text } from './untrusted';

/** The alert of an event from an earlier node; `id` and `title` are known to be there. */
export const readAlert = (value: unknown, type: EventType): Alert => {
  const alert = record(value);
  return defined({
    id: text(alert.id) ?? '',
    key: text(alert.key),
    number: text(alert.number),
    title: text(alert.title) ?? '',
    description: text(alert.description),
    url: webAddress(alert.url),
    status: oneOf(ALERT_STATUSES, alert.status) ?? statusAfter(type),
    snoozedUntil: toIso(alert.snoozedUntil),
    severity: oneOf(SEVERITIES, alert.severity) ?? severityFromWord(alert.severity) ?? 'unknown',
    priority: text(alert.priority),
    urgency: oneOf(['high', 'low'], alert.urgency),
    startedAt: toIso(alert.startedAt),
    createdAt: toIso(alert.createdAt),
    acknowledgedAt: toIso(alert.acknowledgedAt),
    resolvedAt: toIso(alert.resolvedAt),
    updatedAt: toIso(alert.updatedAt),
    labels: readLabels(alert.labels),
    fields: record(alert.fields),
    links: readLinks(alert.links),
    images: readImages(alert.images),
  });
};

/** Where an alert stands after an event, as far as the event alone tells. */
export const statusAfter = (type: EventType | undefined): AlertStatus => {
  if (type === 'accepted') return 'acknowledged';
  return type === 'resolved' ? 'resolved' : 'open';
};
