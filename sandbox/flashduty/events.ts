import type { Person } from '../oncall/people';
import * as changes from './changes';
import { byRule, called, type FakeIncident, seconds, toPeople, whoIsOnIt } from './incident';
import { memberOf, onLevel } from './person';

export interface EventRule {
  label: string;
  /** What the event does to the incident before its body is written; `at` is in s. */
  apply?(incident: FakeIncident, at: number, by: Person): void;
  /** Flashduty does this by itself, and names no person. */
  byItself?: true;
  about?: 'alert';
}

/**
 * Every event with its own button; behind a colon stands what Flashduty tells only by other fields.
 * https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook and alert-webhook
 */
export const eventRules: Record<string, EventRule> = {
  i_new: { label: 'Created', byItself: true },
  'i_assign:escalate': { label: 'Escalated', apply: escalate, byItself: true },
  'i_assign:reassign': { label: 'Reassigned', apply: reassign },
  i_a_rspd: { label: 'Responder added', apply: addResponder },
  i_ack: {
    label: 'Acknowledged',
    apply: (incident, at, by) => changes.acknowledge(incident, by, at),
  },
  i_unack: { label: 'Unacknowledged', apply: giveBack },
  i_snooze: { label: 'Snoozed', apply: (incident, at) => changes.snooze(incident, 120, at) },
  i_wake: { label: 'Snooze ended', apply: wake },
  i_comm: { label: 'Comment', apply: comment },
  i_r_severity: { label: 'Severity changed', apply: changeSeverity },
  i_custom: { label: 'Custom action' },
  i_storm: { label: 'Storm', byItself: true },
  i_rslv: { label: 'Closed', apply: (incident, at, by) => changes.close(incident, by, at) },
  'i_rslv:auto': { label: 'Recovered', apply: changes.recover, byItself: true },
  i_reopen: { label: 'Reopened', apply: changes.reopen },
  a_new: { label: 'Alert triggered', byItself: true, about: 'alert' },
  a_merge: { label: 'Alert merged', about: 'alert' },
  'a_update:ok': {
    label: 'Alert recovered',
    apply: changes.recover,
    byItself: true,
    about: 'alert',
  },
};

/** What a closed incident can still go through. */
export const AFTER_CLOSE: ReadonlySet<string> = new Set(['i_reopen', 'i_comm', 'a_merge']);

/** How many levels were called; 0 where no rule called anybody. */
export const levelOf = ({ assignedTo }: FakeIncident): number =>
  assignedTo?.escalate_rule_id ? assignedTo.layer_idx + 1 : 0;

function escalate(incident: FakeIncident, at: number): void {
  const layer = levelOf(incident);
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

function call(incident: FakeIncident, level: number, at: number): void {
  const person = memberOf(onLevel(level).person_id);
  if (person) changes.callPeople(incident, [person], at);
}

function giveBack(incident: FakeIncident): void {
  for (const responder of incident.responders) responder.acknowledged_at = 0;
  incident.progress = 'Triggered';
}

function wake(incident: FakeIncident): void {
  incident.snoozedBefore = 0;
}

function comment(incident: FakeIncident, at: number, { firstName, lastName }: Person): void {
  const by = `${firstName} ${lastName}`;
  incident.comments.push({ text: incident.story.comment, by, at: at * 1000 });
}

function changeSeverity(incident: FakeIncident): void {
  incident.severity = incident.severity === 'Critical' ? 'Warning' : 'Critical';
}

/** Lets the event happen; `at` is in ms. Says who did it: the one called last, before it happened. */
export function applyEvent(
  incident: FakeIncident,
  rule: EventRule,
  at: number,
): Person | undefined {
  const before = whoIsOnIt(incident);
  rule.apply?.(incident, seconds(at), before);
  incident.updatedAt = seconds(at);
  return rule.byItself ? undefined : before;
}
