import { EVENT_TYPES, type EventType, SEVERITIES, type Severity } from '../alert/event';
import type { FieldOption } from './field';

const EVENT_LABELS: Record<EventType, string> = {
  created: 'Created',
  escalated: 'Escalated',
  'escalation-ended': 'Escalation Ended',
  assigned: 'Assigned',
  accepted: 'Accepted',
  unaccepted: 'Unaccepted',
  resolved: 'Resolved',
  reopened: 'Reopened',
  snoozed: 'Snoozed',
  unsnoozed: 'Unsnoozed',
  'not-resolved': 'Not Resolved',
  'not-accepted': 'Not Accepted',
  'priority-changed': 'Priority Changed',
  'responder-added': 'Responder Added',
  'responder-removed': 'Responder Removed',
  'comment-added': 'Comment Added',
  updated: 'Updated',
  merged: 'Merged',
  deleted: 'Deleted',
  'channel-attached': 'Channel Attached',
  'channel-detached': 'Channel Detached',
  'custom-action': 'Custom Action',
  test: 'Test',
  other: 'Other',
};

const SEVERITY_LABELS: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  warning: 'Warning',
  info: 'Info',
  unknown: 'Unknown',
};

/** Every event a person can choose; tests pass every filter and are not offered. */
export const EVENT_OPTIONS: readonly FieldOption[] = EVENT_TYPES.filter(
  (type) => type !== 'test',
).map((value) => ({ value, label: EVENT_LABELS[value] }));

export const SEVERITY_OPTIONS: readonly FieldOption[] = SEVERITIES.map((value) => ({
  value,
  label: SEVERITY_LABELS[value],
}));

/** *Unknown* is below everything, so as a minimum it would mean any. */
export const MINIMUM_SEVERITY_OPTIONS: readonly FieldOption[] = [
  { value: 'any', label: 'Any' },
  ...SEVERITY_OPTIONS.filter(({ value }) => value !== 'unknown'),
];
