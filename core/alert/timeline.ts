import { defined } from './defined';
import { isOwn } from './echo';
import type { AlertEvent, Assignee, EventType } from './event';
import { compareEntries, orderTime } from './order';
import type { TimelineEntry } from './state';

export const LONGEST_TIMELINE = 50;
const LONGEST_TEXT = 500;

const CONCERNS_ASSIGNEES: ReadonlySet<EventType> = new Set([
  'created',
  'escalated',
  'assigned',
  'responder-added',
]);

/** `assignedBefore` are the assignees that were known when the event came. */
export const timelineEntry = (
  event: AlertEvent,
  assignedBefore: readonly Assignee[] = [],
): TimelineEntry =>
  defined({
    eventId: event.id,
    type: event.type,
    status: event.alert.status,
    occurredAt: orderTime(event),
    automatic: event.automatic,
    own: isOwn(event) || undefined,
    by: event.actor && personName(event.actor),
    to: newAssignees(event, assignedBefore),
    level: event.escalation?.level,
    text: textOf(event),
  });

/** How people know somebody. */
export const personName = (person: {
  readonly name?: string;
  readonly username?: string;
  readonly email?: string;
  readonly id?: string;
}): string | undefined => person.name ?? person.username ?? person.email ?? person.id;

/** Platforms send everybody who was ever called; whoever is new is whom the event is about. */
const newAssignees = (
  { type, assignees }: AlertEvent,
  assignedBefore: readonly Assignee[],
): string[] | undefined => {
  if (!CONCERNS_ASSIGNEES.has(type)) return undefined;
  const names = assignees.flatMap((assignee) => personName(assignee) ?? []);
  const before = new Set(assignedBefore.map(personName));
  const added = names.filter((name) => !before.has(name));
  if (added.length > 0) return added;
  return names.length === 0 ? undefined : names;
};

const textOf = ({ comment, change }: AlertEvent): string | undefined => {
  const changed = [change?.from, change?.to].filter((value) => value !== undefined).join(' → ');
  const text = comment?.text ?? (changed === '' ? undefined : changed);
  return text === undefined || text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
};

/** A new timeline with the entry at its place in time. */
export const insertEntry = (
  timeline: readonly TimelineEntry[],
  entry: TimelineEntry,
): { readonly timeline: readonly TimelineEntry[]; readonly isNewest: boolean } => {
  const after = timeline.findLastIndex((known) => compareEntries(known, entry) <= 0);
  const longer = timeline.toSpliced(after + 1, 0, entry);
  return { timeline: shorten(longer), isNewest: after === timeline.length - 1 };
};

const shorten = (timeline: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  timeline.length <= LONGEST_TIMELINE
    ? timeline
    : [...timeline.slice(0, 1), ...timeline.slice(1 - LONGEST_TIMELINE)];
