import type { Person } from '../../oncall/people';
import { assignee, type FakeAlert, nextUser, type Responder } from '../alert';
import { canEscalate } from '../events';
import { ESCALATION_MINUTES, type Policy, type Schedule } from '../policies';
import { roleOf } from './keys';
import { type Source, sources } from './sources';

const MINUTE_MS = 60_000;

export const toldUser = (person: Person) => ({
  ...userRel(person),
  username: person.username,
  email: person.email,
  timezone: 'Europe/Berlin',
  language: 'en',
  region: 'DE',
  role: roleOf(person),
});

const userRel = ({ id, firstName, lastName }: Person) => ({ id, firstName, lastName });

export const toldSource = ({ id, name, policy }: Source) => ({
  id,
  name,
  integrationType: 'API',
  escalationPolicy: toldPolicy(policy),
  alertCreation: 'ONE_OPEN_ALERT_ALLOWED',
  alertPriorityRule: 'HIGH',
  active: true,
  bidirectional: false,
});

export const toldPolicy = ({ id, name, routingKey, levels }: Policy) => ({
  id,
  name,
  escalationRules: levels.map((user) => ({
    escalationTimeout: ESCALATION_MINUTES,
    users: [userRel(user)],
    schedules: [],
    teams: [],
  })),
  teams: [],
  repeating: false,
  frequency: 1,
  delayMin: 0,
  ...(routingKey && { routingKey }),
});

export const toldSchedule = ({ id, name, type, onCall }: Schedule, now: number) => ({
  id,
  name,
  type,
  timezone: 'Europe/Berlin',
  teams: [],
  ...(onCall && { currentShift: shiftOf(onCall, now) }),
});

/** Shifts are weeks that begin on Monday. */
export function shiftOf(user: Person, now: number) {
  const week = 7 * 24 * 60 * MINUTE_MS;
  const monday = 4 * 24 * 60 * MINUTE_MS;
  const start = Math.floor((now - monday) / week) * week + monday;
  return { user: toldUser(user), start: iso(start), end: iso(start + week) };
}

const iso = (at: number) => new Date(at).toISOString();

export const toldResponder = ({ user, status, acceptedAt }: Responder) => ({
  user: userRel(user),
  status,
  ...(acceptedAt && { acceptedAt }),
});

/** https://api.ilert.com/api-docs/#tag/alerts; some of it only where it is asked for. */
export function toldAlert(alert: FakeAlert, include: readonly string[] = []) {
  const { id, story, responders, images, severity, resolvedOn, policy } = alert;
  const assignedTo = assignee(alert);
  const source = sources.find((one) => one.id === story.source.id);
  return {
    id: Number(id),
    summary: story.title,
    details: story.details,
    reportTime: alert.reportTime,
    ...(resolvedOn && { resolvedOn }),
    status: alert.status,
    alertSource: source ? toldSource(source) : story.source,
    escalationPolicy: toldPolicy(policy),
    priority: alert.priority,
    ...(story.key && { alertKey: story.key }),
    ...(assignedTo && { assignedTo: toldUser(assignedTo) }),
    ...escalationOf(alert, include),
    images,
    links: story.links,
    responders: responders.map(toldResponder),
    ...(severity !== undefined && { severity }),
    labels: story.labels,
    ...(include.includes('customDetails') && { customDetails: alert.customDetails ?? {} }),
    mergeState: 'NONE',
  };
}

function escalationOf(alert: FakeAlert, include: readonly string[]) {
  const rules = include.includes('escalationRules') && {
    escalationRules: toldPolicy(alert.policy).escalationRules,
  };
  const next = nextUser(alert);
  if (!next || !canEscalate(alert)) return { ...rules };
  const index = alert.policy.levels.indexOf(next);
  const at = Date.parse(alert.reportTime) + index * ESCALATION_MINUTES * MINUTE_MS;
  return {
    nextEscalation: iso(at),
    nextEscalationRuleIndex: index,
    ...(include.includes('nextEscalationUser') && { nextEscalationUser: toldUser(next) }),
    ...rules,
  };
}
