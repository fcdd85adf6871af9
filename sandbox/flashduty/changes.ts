import type { Person } from '../oncall/people';
import {
  type AssignedTo,
  byRule,
  called,
  type FakeIncident,
  type Responder,
  toPeople,
} from './incident';
import { onLevel, personOf } from './person';

/** What people can do to an incident. Times are in s. */

/** Anybody may acknowledge, called or not. https://docs.flashcat.cloud/en/on-call/incident/what-is-incident */
export function acknowledge(incident: FakeIncident, person: Person, at: number): void {
  const known = responderIn(incident, person);
  const responder = known ?? called(personOf(person), at);
  if (!known) incident.responders.push(responder);
  responder.acknowledged_at = at;
  incident.ackTime ||= at;
  incident.progress = 'Processing';
}

/** Once nobody is left who acknowledged, it is triggered again. */
export function unacknowledge(incident: FakeIncident, person: Person): void {
  const responder = responderIn(incident, person);
  if (responder) responder.acknowledged_at = 0;
  if (!incident.responders.some(hasAcknowledged)) incident.progress = 'Triggered';
}

export const responderIn = ({ responders }: FakeIncident, person: Person): Responder | undefined =>
  responders.find(({ person_id }) => person_id === personOf(person).person_id);

export const hasAcknowledged = ({ acknowledged_at }: Responder): boolean => acknowledged_at > 0;

export function callPeople({ responders }: FakeIncident, people: readonly Person[], at: number) {
  for (const person of people.map(personOf)) {
    if (responders.some(({ person_id }) => person_id === person.person_id)) continue;
    responders.push(called(person, at));
  }
}

/**
 * Gives an incident to people. It is triggered again, unless one of them had acknowledged it.
 * https://docs.flashcat.cloud/en/on-call/incident/escalate-dispatch-incident
 */
export function assign(
  incident: FakeIncident,
  people: readonly Person[],
  to: AssignedTo,
  at: number,
): void {
  const before = incident.responders;
  incident.responders = people.map(personOf).map((person) => {
    const known = before.find(({ person_id }) => person_id === person.person_id);
    return known ?? called(person, at);
  });
  incident.assignedTo = to;
  const isHandled = incident.responders.some(hasAcknowledged);
  incident.progress = isHandled ? 'Processing' : 'Triggered';
}

export const directly = (
  people: readonly Person[],
  at: number,
  type: AssignedTo['type'] = 'reassign',
): AssignedTo => toPeople(people.map(personOf), at, type);

/** Closing by hand leaves the status of the incident as it was. */
export function close(incident: FakeIncident, person: Person, at: number): void {
  Object.assign(incident, { progress: 'Closed', closeTime: at, snoozedBefore: 0 });
  incident.closer = personOf(person);
}

/** All its alerts have recovered. */
export function recover(incident: FakeIncident, at: number): void {
  Object.assign(incident, { hasRecovered: true, progress: 'Closed', endTime: at, closeTime: at });
}

/** It is given to the first level again, where a rule had given it to somebody. */
export function reopen(incident: FakeIncident, at: number): void {
  Object.assign(incident, { progress: 'Triggered', closeTime: 0, endTime: 0, closer: undefined });
  incident.hasRecovered = false;
  incident.assignedTo = byRule('reopen', 0, at);
  incident.responders = [called(onLevel(0), at)];
}

export function snooze(incident: FakeIncident, minutes: number, at: number): void {
  incident.snoozedBefore = at + minutes * 60;
}

/**
 * Once the time has passed, it is triggered again; true when it was.
 * https://docs.flashcat.cloud/en/on-call/incident/handle-update-incident, Snooze
 */
export function endSnooze(incident: FakeIncident, at: number): boolean {
  if (incident.snoozedBefore === 0 || incident.snoozedBefore > at) return false;
  incident.snoozedBefore = 0;
  if (incident.progress !== 'Processing') return true;
  incident.progress = 'Triggered';
  for (const responder of incident.responders) responder.acknowledged_at = 0;
  return true;
}
