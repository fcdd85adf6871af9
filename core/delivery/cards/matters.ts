import { type AlertEvent, type EventType, SEVERITIES } from '../../alert/event';
import type { AlertState } from '../../alert/state';

/** Edits notify nobody; of these people have to hear. */
const MATTERS: ReadonlySet<EventType> = new Set([
  'created',
  'escalated',
  'assigned',
  'escalation-ended',
  'unaccepted',
  'reopened',
  'unsnoozed',
  'not-resolved',
  'not-accepted',
  'responder-added',
]);

/** Does somebody have to act who did not have to before? */
export const matters = (before: AlertState | undefined, event: AlertEvent): boolean =>
  MATTERS.has(event.type) || (before !== undefined && isRaised(before, event));

const isRaised = ({ latest }: AlertState, { alert }: AlertEvent): boolean =>
  alert.severity !== 'unknown' && rank(alert.severity) < rank(latest.alert.severity);

const rank = (severity: AlertEvent['alert']['severity']): number => SEVERITIES.indexOf(severity);

const CALLS: ReadonlySet<EventType> = new Set([
  'created',
  'escalated',
  'assigned',
  'responder-added',
]);

/** The e-mail addresses of those whom an event newly concerns. */
export const called = (
  before: AlertState | undefined,
  { type, assignees }: AlertEvent,
): readonly string[] => {
  if (!CALLS.has(type)) return [];
  const known = new Set(before?.latest.assignees.map(({ email }) => email));
  const all = assignees.flatMap(({ email }) => email ?? []);
  const fresh = all.filter((email) => !known.has(email));
  return fresh.length > 0 ? fresh : all;
};
