import { byPerson, byPlatform } from '../oncall/actor';
import { rota } from '../oncall/people';
import type { AlertView, Failure, Rules } from '../oncall/rules';
import { onCallStandIn } from '../oncall/stand-in';
import { api } from './api';
import { webhookBody } from './body';
import { endSnooze } from './changes';
import { AFTER_CLOSE, applyEvent, type EventRule, eventRules, levelOf } from './events';
import { createIncident, type FakeIncident, seconds } from './incident';

/** https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook, questions 1 and 2 */
const PATIENCE_MS = 2000;
/** Stricter for a person who waits: https://docs.flashcat.cloud/en/on-call/integration/webhooks/custom-actions */
const ACTION_PATIENCE_MS = 1000;
/** i/o timeout and eof; waiting for the head of an answer is what it does not repeat. */
const TRIED_AGAIN: ReadonlySet<Failure> = new Set(['broken', 'cut-short']);

const rules: Rules<FakeIncident> = {
  id: 'flashduty',
  title: 'Flashduty',
  events: Object.entries(eventRules).map(([type, { label }]) => ({ type, label })),
  apiEvents: [
    { type: 'i_assign', label: 'Assigned' },
    { type: 'i_merge', label: 'Merged' },
  ],
  night: [
    { minute: 0, eventType: 'i_new' },
    { minute: 5, eventType: 'i_assign:escalate' },
    { minute: 10, eventType: 'i_assign:escalate' },
    { minute: 12, eventType: 'i_ack' },
    { minute: 30, eventType: 'i_rslv' },
  ],
  manners: {
    userAgent: 'flashduty-sandbox',
    patienceMs: (eventType) => (eventType === 'i_custom' ? ACTION_PATIENCE_MS : PATIENCE_MS),
    isSuccess: (status) => status === 200,
    triesAgain: (failure) => TRIED_AGAIN.has(failure),
  },
  create: createIncident,
  isFor: ({ progress }, eventType) => (progress === 'Closed') === (eventType === 'i_reopen'),
  objection: ({ id, progress }, eventType) => {
    if (eventType === 'i_reopen') {
      return progress === 'Closed' ? undefined : 'Only a closed incident can be reopened.';
    }
    const isPossible = progress !== 'Closed' || AFTER_CLOSE.has(eventType);
    return isPossible ? undefined : `Incident ${id} is closed; it can be reopened.`;
  },
  isDue: (incident, eventType) => {
    const { progress, snoozedBefore } = incident;
    const isOpen = progress === 'Triggered';
    if (eventType === 'i_assign:escalate') {
      return (
        isOpen && snoozedBefore === 0 && levelOf(incident) > 0 && levelOf(incident) < rota.length
      );
    }
    return eventType === 'i_ack' ? isOpen : progress !== 'Closed';
  },
  happen: (incident, eventType, at) => {
    const by = applyEvent(incident, eventRules[eventType] as EventRule, at);
    return by ? byPerson(by) : byPlatform('Flashduty');
  },
  bodyOf: (incident, eventType, at, { person }) => webhookBody(incident, eventType, at, person),
  view,
  settle: (incident, now) => endSnooze(incident, seconds(now)),
  caption: (body) => ({ eventType: body.event_type, alertId: idIn(body.incident ?? body.alert) }),
};

const STATES = { Triggered: 'open', Processing: 'accepted', Closed: 'resolved' } as const;

function view(incident: FakeIncident): AlertView {
  const { progress, responders, snoozedBefore } = incident;
  return {
    status: progress,
    state: STATES[progress],
    level: levelOf(incident),
    people: responders.map(({ person_name, acknowledged_at }) => ({
      name: person_name,
      accepted: acknowledged_at > 0,
    })),
    snoozedUntil: snoozedBefore ? snoozedBefore * 1000 : null,
  };
}

export const flashduty = onCallStandIn(rules, api);

function idIn(subject: unknown): unknown {
  const { incident_id, alert_id } = (subject ?? {}) as Record<string, unknown>;
  return incident_id ?? alert_id;
}
