import { type Actor, byPerson, byPlatform } from '../oncall/actor';
import { acceptAs, callNext, type FakeAlert, nextUser, resolve, whoTakesIt } from './alert';

export interface EventRule {
  label: string;
  /** What the event does to the alert before its body is written; says who did it, unless ilert itself. */
  apply?(alert: FakeAlert, at: number): Actor | undefined;
  /** Fields only this event's body has. */
  extra?(alert: FakeAlert): object;
}

export const eventRules = {
  'alert-created': { label: 'Created' },
  'alert-assigned': { label: 'Assigned', apply: handOver },
  'alert-auto-escalated': { label: 'Escalated', apply: escalate },
  'alert-raised': { label: 'Priority raised', apply: raise },
  'alert-acknowledged': { label: 'Accepted', apply: accept },
  'alert-responder-added': { label: 'Responder added', apply: handOver },
  'alert-responder-removed': { label: 'Responder removed', apply: letGo },
  'alert-comment-added': {
    label: 'Comment added',
    apply: comment,
    extra: ({ comments }) => ({ comment: comments.at(-1)?.text }),
  },
  'alert-escalation-ended': { label: 'Escalation ended' },
  'alert-resolved': { label: 'Resolved', apply: close },
  'alert-auto-resolved': { label: 'Auto-resolved', apply: closeByItself },
  'incident-acknowledged': { label: 'Accepted (legacy body)', apply: accept },
} satisfies Record<string, EventRule>;

export type EventType = keyof typeof eventRules;

export const ilertItself = byPlatform('ilert');

function handOver(alert: FakeAlert): Actor {
  const by = byPerson(whoTakesIt(alert));
  callNext(alert);
  return by;
}

function letGo(alert: FakeAlert): Actor {
  const by = byPerson(whoTakesIt(alert));
  alert.responders.pop();
  return by;
}

function escalate(alert: FakeAlert): undefined {
  callNext(alert);
}

function raise(alert: FakeAlert): undefined {
  alert.priority = 'HIGH';
}

function accept(alert: FakeAlert, at: number): Actor {
  const user = whoTakesIt(alert);
  acceptAs(alert, user, at);
  return byPerson(user);
}

function comment(alert: FakeAlert, at: number): Actor {
  const by = byPerson(whoTakesIt(alert));
  alert.comments.push({ text: alert.story.comment, by: by.name, at });
  return by;
}

function close(alert: FakeAlert, at: number): Actor {
  resolve(alert, at);
  return byPerson(whoTakesIt(alert));
}

function closeByItself(alert: FakeAlert, at: number): undefined {
  resolve(alert, at);
}

/** Has the alert somebody left to call? */
export const canEscalate = (alert: FakeAlert): boolean =>
  alert.escalates && alert.status === 'PENDING' && nextUser(alert) !== undefined;
