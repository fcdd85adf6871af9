import { formatDuration, instant, type Reader } from '../i18n/time';
import { asRecord, asSeen } from './card-text';
import {
  ALERT_STATUSES,
  type AlertStatus,
  EVENT_TYPES,
  type EventType,
  SEVERITIES,
  type Severity,
} from './event';
import type { AlertState } from './state';
import { list, oneOf } from './untrusted';

type Maybe = string | undefined;

/**
 * What a card tells in short texts, read from a state that may have come through anybody's hands:
 * absent where a reader would see nothing, never of another type.
 */
export interface Story {
  readonly type: EventType;
  readonly rawType: Maybe;
  readonly automatic: boolean;
  readonly occurredAt: Maybe;
  readonly platform: Maybe;
  readonly title: Maybe;
  readonly number: Maybe;
  readonly status: AlertStatus;
  readonly severity: Severity;
  readonly priority: Maybe;
  readonly source: Maybe;
  readonly policy: Maybe;
  readonly level: number | undefined;
  readonly who: Maybe;
  readonly acceptedBy: Maybe;
  readonly resolvedBy: Maybe;
  readonly assignees: readonly string[];
  /** Whom this event newly concerns; everybody assigned where that is not known. */
  readonly to: readonly string[];
  readonly startedAt: Maybe;
  readonly snoozedUntil: Maybe;
  readonly change: { readonly field: Maybe; readonly from: Maybe; readonly to: Maybe };
  /** From the start to this event. */
  readonly after: Maybe;
}

const MOST_PEOPLE = 20;

export const readStory = (state: AlertState, reader: Reader): Story => {
  const event = asRecord(state.latest);
  const alert = asRecord(event.alert);
  const escalation = asRecord(event.escalation);
  const change = asRecord(event.change);
  const type = oneOf(EVENT_TYPES, event.type) ?? 'other';
  const assignees = peopleNames(event.assignees);
  const startedAt = startOf(state, alert);
  return {
    type,
    rawType: line(event.rawType),
    automatic: event.automatic === true,
    occurredAt: line(event.occurredAt),
    platform:
      event.platform === 'unknown' ? undefined : (line(event.platformName) ?? line(event.platform)),
    title: line(alert.title),
    number: shortId(alert.number) ?? shortId(alert.id),
    status: oneOf(ALERT_STATUSES, alert.status) ?? 'open',
    severity: oneOf(SEVERITIES, alert.severity) ?? 'unknown',
    priority: line(alert.priority),
    source: line(asRecord(event.origin).name) ?? line(asRecord(event.origin).id),
    policy: line(escalation.policyName),
    level: levelOf(state.escalationLevel) ?? levelOf(escalation.level),
    who: personName(event.actor) ?? actorOf(type, state, event.assignees),
    acceptedBy: name(state.acceptedBy),
    resolvedBy: name(state.resolvedBy),
    assignees,
    to: concerned(state.timeline, event.id) ?? assignees,
    startedAt,
    snoozedUntil: line(alert.snoozedUntil),
    change: { field: line(change.field), from: line(change.from), to: line(change.to) },
    after: span(startedAt, line(event.occurredAt), reader),
  };
};

const line = (value: unknown): Maybe => asSeen(value, 500);
const name = (value: unknown): Maybe => asSeen(value, 100);

/** Fingerprints and UUIDs tell a reader nothing. */
const shortId = (value: unknown): Maybe => {
  const id = line(value);
  return id !== undefined && id.length <= 20 ? id : undefined;
};

/** As people call them; an ID is better than nobody. */
const personName = (value: unknown): Maybe => {
  const person = asRecord(value);
  return name(person.name) ?? name(person.username) ?? name(person.email) ?? name(person.id);
};

const peopleNames = (value: unknown): readonly string[] =>
  list(value)
    .slice(0, MOST_PEOPLE)
    .flatMap((person) => personName(person) ?? []);

const concerned = (timeline: unknown, eventId: unknown): readonly string[] | undefined => {
  const entry = asRecord(list(timeline).find((one) => asRecord(one).eventId === eventId));
  const names = list(entry.to).flatMap((person) => name(person) ?? []);
  return names.length === 0 ? undefined : names.slice(0, MOST_PEOPLE);
};

const actorOf = (type: EventType, state: AlertState, assignees: unknown): Maybe => {
  if (type === 'resolved') return name(state.resolvedBy);
  if (type !== 'accepted') return undefined;
  const accepted = list(assignees).find((person) => asRecord(person).status === 'accepted');
  return name(state.acceptedBy) ?? personName(accepted);
};

const startOf = (state: AlertState, alert: Readonly<Record<string, unknown>>): Maybe => {
  const [first] = list(state.timeline);
  const known = [alert.startedAt, alert.createdAt, asRecord(first).occurredAt];
  return known.map(line).find((time) => instant(time) !== undefined);
};

const span = (from: Maybe, to: Maybe, reader: Reader): Maybe => {
  const [start, end] = [instant(from), instant(to)];
  return start !== undefined && end !== undefined ? formatDuration(end - start, reader) : undefined;
};

const levelOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
