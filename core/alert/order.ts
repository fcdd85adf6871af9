import type { AlertEvent } from './event';
import type { TimelineEntry } from './state';

const RANK = { open: 0, acknowledged: 1, resolved: 2 } as const;
const REOPENED = 3;

/**
 * Negative when `one` came before `other`: by time, then by status, as some platforms only tell
 * whole seconds. 0 leaves the order of arrival.
 */
export const compareEntries = (one: TimelineEntry, other: TimelineEntry): number =>
  Date.parse(one.occurredAt) - Date.parse(other.occurredAt) || rank(one) - rank(other);

const rank = ({ type, status = 'open' }: TimelineEntry): number =>
  type === 'reopened' ? REOPENED : RANK[status];

/** When an event counts: `created` counts from the start of the alert, however late it is told. */
export const orderTime = ({ type, occurredAt, alert }: AlertEvent): string =>
  type === 'created' && alert.startedAt !== undefined && alert.startedAt < occurredAt
    ? alert.startedAt
    : occurredAt;

/** Did the alert start anew after it was resolved? */
export const startsAfter = (
  { type, occurredAt, alert }: AlertEvent,
  resolvedAt: string,
): boolean => {
  const start = alert.startedAt ?? (type === 'created' ? occurredAt : undefined);
  return start !== undefined && Date.parse(start) > Date.parse(resolvedAt);
};
