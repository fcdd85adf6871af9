import { randomInt, randomUUID } from 'node:crypto';
import { assignee, type FakeAlert, type Responder } from './alert';
import { type EventRule, type EventType, eventRules } from './events';

export type WebhookBody = Record<string, unknown>;

/** The default webhook body for one event. https://docs.ilert.com/alerting/alert-actions/webhook */
export function webhookBody(alert: FakeAlert, eventType: EventType, at: number): WebhookBody {
  const { extra }: EventRule = eventRules[eventType];
  const common = commonFields(alert, eventType);
  return eventType.startsWith('incident-')
    ? common
    : { ...common, ...currentFields(alert, at), ...extra?.(alert) };
}

/** All that bodies had while alerts were still called incidents. */
function commonFields(alert: FakeAlert, eventType: EventType): WebhookBody {
  const { id, story, reportTime, status, priority } = alert;
  const assignedTo = assignee(alert);
  return {
    id,
    summary: story.title,
    details: story.details,
    reportTime,
    status,
    eventType,
    priority,
    ...(story.key && { alertKey: story.key }),
    alertSource: story.source,
    ...(assignedTo && { assignedTo }),
  };
}

function currentFields(alert: FakeAlert, at: number): WebhookBody {
  const { responders, resolvedOn, correlationId, story, policy, images } = alert;
  return {
    ...(responders.length > 0 && { responders: responders.map(toldResponder) }),
    escalationPolicy: { id: policy.id, name: policy.name },
    timestamp: withNanoseconds(at),
    eventId: randomUUID(),
    correlationId,
    mergeState: 'NONE',
    ...(resolvedOn !== undefined && { resolvedOn }),
    ...(story.links.length > 0 && { links: story.links }),
    ...(images.length > 0 && { images }),
  };
}

const toldResponder = ({ user, status }: Responder) => ({ user, status });

function withNanoseconds(at: number): string {
  const fraction = String(randomInt(0, 1_000_000)).padStart(6, '0');
  return new Date(at).toISOString().replace('Z', `${fraction}Z`);
}
