import { rota } from '../oncall/people';
import type { FakeAlert } from './alert';

export interface EventRule {
  label: string;
  /** What the event does to the alert before its body is written. */
  apply(alert: FakeAlert, at: number): void;
  /** Fields only this event's body has. */
  extra?(alert: FakeAlert): object;
}

export const eventRules = {
  'alert-created': { label: 'Created', apply: () => {} },
  'alert-assigned': { label: 'Assigned', apply: callNext },
  'alert-auto-escalated': { label: 'Escalated', apply: callNext },
  'alert-raised': { label: 'Priority raised', apply: raise },
  'alert-acknowledged': { label: 'Accepted', apply: accept },
  'alert-comment-added': {
    label: 'Comment added',
    apply: () => {},
    extra: ({ story }) => ({ comment: story.comment }),
  },
  'alert-escalation-ended': { label: 'Escalation ended', apply: () => {} },
  'alert-resolved': { label: 'Resolved', apply: resolve },
  'alert-auto-resolved': { label: 'Auto-resolved', apply: resolve },
  'incident-acknowledged': { label: 'Accepted (legacy body)', apply: accept },
} satisfies Record<string, EventRule>;

export type EventType = keyof typeof eventRules;

function callNext({ responders }: FakeAlert): void {
  const next = rota[responders.length];
  if (next) responders.push({ user: next, status: 'PENDING' });
}

function raise(alert: FakeAlert): void {
  alert.priority = 'HIGH';
}

function accept(alert: FakeAlert): void {
  if (alert.responders.length === 0) callNext(alert);
  const last = alert.responders.at(-1);
  if (last) last.status = 'ACCEPTED';
  alert.status = 'ACCEPTED';
}

function resolve(alert: FakeAlert, at: number): void {
  alert.status = 'RESOLVED';
  alert.resolvedOn = new Date(at).toISOString();
}
