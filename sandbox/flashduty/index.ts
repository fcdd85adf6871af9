import type { Failure } from '../oncall/rules';
import { onCallStandIn } from '../oncall/stand-in';
import { webhookBody } from './body';
import { AFTER_CLOSE, applyEvent, type EventRule, eventRules } from './events';
import { createIncident, type FakeIncident } from './incident';

/** https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook, questions 1 and 2 */
const PATIENCE_MS = 2000;
/** Stricter for a person who waits: https://docs.flashcat.cloud/en/on-call/integration/webhooks/custom-actions */
const ACTION_PATIENCE_MS = 1000;
/** i/o timeout and eof; waiting for the head of an answer is what it does not repeat. */
const TRIED_AGAIN: ReadonlySet<Failure> = new Set(['broken', 'cut-short']);

export const flashduty = onCallStandIn<FakeIncident>({
  id: 'flashduty',
  title: 'Flashduty',
  events: Object.entries(eventRules).map(([type, { label }]) => ({ type, label })),
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
  happen: (incident, eventType, at) => {
    const rule = eventRules[eventType] as EventRule;
    applyEvent(incident, rule, at);
    return webhookBody(incident, eventType, rule, at);
  },
  caption: (body) => ({ eventType: body.event_type, alertId: idIn(body.incident ?? body.alert) }),
});

function idIn(subject: unknown): unknown {
  const { incident_id, alert_id } = (subject ?? {}) as Record<string, unknown>;
  return incident_id ?? alert_id;
}
