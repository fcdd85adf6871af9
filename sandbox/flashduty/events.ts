import { byRule, called, type FakeIncident, seconds, toPeople, whoIsOnIt } from './incident';
import { onLevel } from './person';

export interface EventRule {
  label: string;
  /** What the event does to the incident before its body is written; `at` is in s. */
  apply(incident: FakeIncident, at: number): void;
  /** Flashduty does this by itself, and names no person. */
  byItself?: true;
  about?: 'alert';
}

const nothing = () => {};

/**
 * Every event with its own button; behind a colon stands what Flashduty tells only by other fields.
 * https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook and alert-webhook
 */
export const eventRules: Record<string, EventRule> = {
  i_new: { label: 'Created', apply: nothing, byItself: true },
  'i_assign:escalate': { label: 'Escalated', apply: escalate, byItself: true },
  'i_assign:reassign': { label: 'Reassigned', apply: reassign },
  i_a_rspd: { label: 'Responder added', apply: addResponder },
  i_ack: { label: 'Acknowledged', apply: acknowledge },
  i_unack: { label: 'Unacknowledged', apply: giveBack },
  i_snooze: { label: 'Snoozed', apply: snooze },
  i_wake: { label: 'Snooze ended', apply: wake },
  i_comm: { label: 'Comment', apply: nothing },
  i_r_severity: { label: 'Severity changed', apply: changeSeverity },
  i_custom: { label: 'Custom action', apply: nothing },
  i_storm: { label: 'Storm', apply: nothing, byItself: true },
  i_rslv: { label: 'Closed', apply: close },
  'i_rslv:auto': { label: 'Recovered', apply: recover, byItself: true },
  i_reopen: { label: 'Reopened', apply: reopen },
  a_new: { label: 'Alert triggered', apply: nothing, byItself: true, about: 'alert' },
  a_merge: { label: 'Alert merged', apply: nothing, about: 'alert' },
  'a_update:ok': { label: 'Alert recovered', apply: recover, byItself: true, about: 'alert' },
};

/** What a closed incident can still go through. */
export const AFTER_CLOSE: ReadonlySet<string> = new Set(['i_reopen', 'i_comm', 'a_merge']);

function escalate(incident: FakeIncident, at: number): void {
  const layer = incident.assignedTo.layer_idx + 1;
  incident.assignedTo = byRule('escalate', layer, at);
  call(incident, layer, at);
}

function reassign(incident: FakeIncident, at: number): void {
  const next = onLevel(incident.responders.length);
  incident.assignedTo = toPeople([next], at);
  incident.responders = [called(next, at)];
  incident.progress = 'Triggered';
}

function addResponder(incident: FakeIncident, at: number): void {
  call(incident, incident.responders.length, at);
}

function call({ responders }: FakeIncident, level: number, at: number): void {
  const person = onLevel(level);
  if (responders.some(({ person_id }) => person_id === person.person_id)) return;
  responders.push(called(person, at));
}

function acknowledge(incident: FakeIncident, at: number): void {
  const last = incident.responders.at(-1);
  if (last) last.acknowledged_at = at;
  incident.ackTime ||= at;
  incident.progress = 'Processing';
}

function giveBack(incident: FakeIncident): void {
  for (const responder of incident.responders) responder.acknowledged_at = 0;
  incident.progress = 'Triggered';
}

function snooze(incident: FakeIncident, at: number): void {
  incident.snoozedBefore = at + 2 * 3600;
}

function wake(incident: FakeIncident): void {
  incident.snoozedBefore = 0;
}

function changeSeverity(incident: FakeIncident): void {
  incident.severity = incident.severity === 'Critical' ? 'Warning' : 'Critical';
}

/** Closing by hand leaves the status of the incident as it was. */
function close(incident: FakeIncident, at: number): void {
  incident.progress = 'Closed';
  incident.closeTime = at;
  incident.closer = whoIsOnIt(incident);
}

function recover(incident: FakeIncident, at: number): void {
  incident.hasRecovered = true;
  incident.progress = 'Closed';
  incident.endTime = at;
  incident.closeTime = at;
}

function reopen(incident: FakeIncident, at: number): void {
  Object.assign(incident, { progress: 'Triggered', closeTime: 0, endTime: 0, closer: undefined });
  incident.hasRecovered = false;
  incident.assignedTo = byRule('reopen', 0, at);
  incident.responders = [called(onLevel(0), at)];
}

/** Lets the event happen; `at` is in ms. */
export const applyEvent = (incident: FakeIncident, { apply }: EventRule, at: number): void =>
  apply(incident, seconds(at));
