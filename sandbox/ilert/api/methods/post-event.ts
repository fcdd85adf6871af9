import { type Actor, byIntegration } from '../../../oncall/actor';
import type { Verdict } from '../../../platform';
import { type FakeAlert, resolve } from '../../alert';
import { policies } from '../../policies';
import { type ApiError, bad, refuse, tell } from '../answer';
import type { EventBody } from '../body';
import type { Call } from '../call';
import { openAlert } from '../open-alert';
import type { Source } from '../sources';

type EventCall = Pick<Call, 'pane' | 'now'>;

/**
 * `POST /events`: monitoring tells what it sees. What refers to no open alert is taken and changes nothing.
 * The documents leave the answer's body empty.
 */
export function postEvent(event: EventBody, source: Source, call: EventCall): Verdict {
  const wrong = eventError(event);
  if (wrong) return refuse(wrong, shown(event));
  const by = byIntegration(source.name);
  const alert = openWith(event.alertKey, source, call);
  if (event.eventType === 'ALERT') raise(event, source, alert, call, by);
  else if (alert) CHANGES[event.eventType](alert, event, call, by);
  const { pane } = call;
  return { ...tell({}, 202), payload: shown(event), afterwards: () => void pane.flush() };
}

function eventError({ eventType, summary, alertKey }: EventBody): ApiError | undefined {
  if (eventType === 'ALERT') return summary ? undefined : bad('summary is missing.');
  return alertKey?.trim()
    ? undefined
    : bad(`alertKey is missing: what does ${eventType} refer to?`);
}

/** Keys are compared without their case and the blanks around them. */
function openWith(key: string | null | undefined, source: Source, { pane }: EventCall) {
  const wanted = key?.trim().toLowerCase();
  if (!wanted) return undefined;
  return pane.alerts.findLast(
    ({ status, story }) =>
      status !== 'RESOLVED' &&
      story.source.id === source.id &&
      story.key.trim().toLowerCase() === wanted,
  );
}

function raise(
  event: EventBody,
  source: Source,
  open: FakeAlert | undefined,
  { pane, now }: EventCall,
  by: Actor,
): void {
  if (open) {
    pane.tell(open, 'event-appended', by, { silent: true });
    return;
  }
  const routed = policies.find(({ routingKey }) => routingKey && routingKey === event.routingKey);
  const wanted = { ...event, summary: event.summary ?? '' };
  const alert = openAlert(wanted, source, routed ?? source.policy, now);
  pane.remember(alert);
  pane.tell(alert, 'alert-created', by);
}

type Change = (alert: FakeAlert, event: EventBody, call: EventCall, by: Actor) => void;

const CHANGES: Record<'ACCEPT' | 'RESOLVE' | 'COMMENT', Change> = {
  ACCEPT: (alert, _event, { pane }, by) => {
    if (alert.status === 'ACCEPTED') return;
    alert.status = 'ACCEPTED';
    pane.tell(alert, 'alert-acknowledged', by);
  },
  RESOLVE: (alert, _event, { pane, now }, by) => {
    resolve(alert, now);
    pane.tell(alert, 'alert-resolved', by);
  },
  COMMENT: (alert, { comments }, { pane, now }, by) => {
    for (const { content, creator } of comments ?? []) {
      alert.comments.push({ text: content, by: creator ?? by.name, at: now });
      pane.tell(alert, 'alert-comment-added', by);
    }
  },
};

/** The integration key works as a password. */
function shown({ integrationKey, apiKey, ...rest }: EventBody): object {
  return {
    ...(integrationKey !== undefined && { integrationKey: '…' }),
    ...(apiKey !== undefined && { apiKey: '…' }),
    ...rest,
  };
}
