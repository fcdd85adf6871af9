import { fullName } from '../oncall/actor';
import type { AlertView, Rules } from '../oncall/rules';
import { onCallStandIn } from '../oncall/stand-in';
import { createAlert, type FakeAlert } from './alert';
import { api } from './api';
import { webhookBody } from './body';
import { canEscalate, type EventRule, type EventType, eventRules, ilertItself } from './events';

const PATIENCE_MS = 10_000;

const rules: Rules<FakeAlert> = {
  id: 'ilert',
  title: 'ilert',
  events: Object.entries(eventRules).map(([type, { label }]) => ({ type, label })),
  night: [
    { minute: 0, eventType: 'alert-created' },
    { minute: 5, eventType: 'alert-auto-escalated' },
    { minute: 10, eventType: 'alert-auto-escalated' },
    { minute: 12, eventType: 'alert-acknowledged' },
    { minute: 16, eventType: 'alert-comment-added' },
    { minute: 30, eventType: 'alert-resolved' },
  ],
  // What ilert does about a webhook that fails is not documented: one attempt, any 2xx counts.
  manners: {
    userAgent: 'ilert-sandbox',
    patienceMs: () => PATIENCE_MS,
    isSuccess: (status) => status >= 200 && status < 300,
    triesAgain: () => false,
  },
  create: createAlert,
  isFor: ({ status }) => status !== 'RESOLVED',
  objection: ({ id, status }, eventType) =>
    status === 'RESOLVED' && eventType !== 'alert-comment-added'
      ? `Alert ${id} is resolved; ilert never opens it again.`
      : undefined,
  isDue: (alert, eventType) => {
    if (eventType === 'alert-auto-escalated') return canEscalate(alert);
    if (eventType === 'alert-acknowledged') return alert.status === 'PENDING';
    return alert.status !== 'RESOLVED';
  },
  happen: (alert, eventType, at) => {
    const rule: EventRule = eventRules[eventType as EventType];
    return rule.apply?.(alert, at) ?? ilertItself;
  },
  bodyOf: (alert, eventType, at) => webhookBody(alert, eventType as EventType, at),
  view,
  caption: ({ eventType, id }) => ({ eventType, alertId: id }),
};

const STATES = { PENDING: 'open', ACCEPTED: 'accepted', RESOLVED: 'resolved' } as const;

function view({ status, responders, policy }: FakeAlert): AlertView {
  const levels = responders.map(({ user }) => policy.levels.indexOf(user) + 1);
  return {
    status,
    state: STATES[status],
    level: Math.max(0, ...levels),
    people: responders.map(({ user, status: answer }) => ({
      name: fullName(user),
      accepted: answer === 'ACCEPTED',
    })),
    snoozedUntil: null,
  };
}

export const ilert = onCallStandIn(rules, api);
