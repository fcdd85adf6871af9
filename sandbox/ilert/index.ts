import { onCallStandIn } from '../oncall/stand-in';
import { createAlert, type FakeAlert } from './alert';
import { webhookBody } from './body';
import { type EventType, eventRules } from './events';

const PATIENCE_MS = 10_000;

export const ilert = onCallStandIn<FakeAlert>({
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
  happen: (alert, eventType, at) => {
    eventRules[eventType as EventType].apply(alert, at);
    return webhookBody(alert, eventType as EventType, at);
  },
  caption: ({ eventType, id }) => ({ eventType, alertId: id }),
});
