import type { Alert, AlertEvent } from './event';

/** The newer event, completed by what only the older one knows: a short event erases nothing. */
export const mergeEvents = (older: AlertEvent, newer: AlertEvent): AlertEvent => ({
  ...newer,
  alert: mergeAlerts(older.alert, newer),
  ...((older.origin || newer.origin) && { origin: { ...older.origin, ...newer.origin } }),
  ...((older.escalation || newer.escalation) && {
    escalation: { ...older.escalation, ...newer.escalation },
  }),
  ...(older.group && !newer.group && { group: older.group }),
  assignees: longer(newer.assignees, older.assignees),
  capabilities: longer(newer.capabilities, older.capabilities),
});

/** The newer event with the gaps filled that an older event, which came late, can fill. */
export const fillGaps = (newer: AlertEvent, late: AlertEvent): AlertEvent => {
  const { snoozedUntil, acknowledgedAt, resolvedAt, updatedAt, ...lasting } = late.alert;
  return mergeEvents({ ...late, alert: lasting }, newer);
};

const mergeAlerts = (older: Alert, { type, alert }: AlertEvent): Alert => {
  const { snoozedUntil, acknowledgedAt, resolvedAt, ...lasting } = older;
  const stillSnoozed = alert.status === 'open' && type !== 'unsnoozed' && type !== 'reopened';
  return {
    ...lasting,
    ...(snoozedUntil && stillSnoozed && { snoozedUntil }),
    ...(acknowledgedAt && alert.status !== 'open' && { acknowledgedAt }),
    ...(resolvedAt && alert.status === 'resolved' && { resolvedAt }),
    ...alert,
    severity: alert.severity === 'unknown' ? older.severity : alert.severity,
    labels: { ...older.labels, ...alert.labels },
    fields: { ...older.fields, ...alert.fields },
    links: longer(alert.links, older.links),
    images: longer(alert.images, older.images),
  };
};

const longer = <T>(newer: readonly T[], older: readonly T[]): readonly T[] =>
  newer.length === 0 ? older : newer;
