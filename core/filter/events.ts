import type { EventType } from '../alert/event';
import type { Check } from './check';

/** What is announced unless somebody chooses otherwise. */
export const DEFAULT_EVENTS: readonly EventType[] = [
  'created',
  'escalated',
  'assigned',
  'accepted',
  'resolved',
];

/** These change what a card shows, so a card that exists learns of them whatever the rules say. */
export const STATE_CHANGING: ReadonlySet<EventType> = new Set([
  'accepted',
  'unaccepted',
  'resolved',
  'reopened',
  'snoozed',
  'unsnoozed',
  'priority-changed',
  'merged',
  'deleted',
]);

export const compileEvents = (events: readonly EventType[] = DEFAULT_EVENTS): Check => {
  const chosen = new Set(events);
  const names = events.length === 0 ? 'none' : events.join(', ');
  return ({ type }) =>
    chosen.has(type) ? undefined : `${type} is not among the chosen events (${names}).`;
};
