import { randomInt, randomUUID } from 'node:crypto';
import { type Person, rota } from '../oncall/people';
import type { Remembered } from '../oncall/rules';
import type { Story } from '../oncall/stories';
import { type Policy, policies } from './policies';

export interface Responder {
  user: Person;
  status: 'PENDING' | 'ACCEPTED';
  acceptedAt?: string;
}

/** An alert as the on-call platform remembers it. */
export interface FakeAlert extends Remembered {
  status: 'PENDING' | 'ACCEPTED' | 'RESOLVED';
  priority: 'HIGH' | 'LOW';
  severity?: number;
  reportTime: string;
  resolvedOn: string | undefined;
  correlationId: string;
  policy: Policy;
  responders: Responder[];
  /** Only responders are told, and nobody after them. */
  escalates: boolean;
  images: object[];
  customDetails?: object;
}

export function createAlert(story: Story, at: number): FakeAlert {
  return {
    id: String(randomInt(18_000_000, 99_999_999)),
    story,
    status: 'PENDING',
    priority: story.severity === 'critical' ? 'HIGH' : 'LOW',
    reportTime: new Date(at).toISOString(),
    resolvedOn: undefined,
    correlationId: randomUUID(),
    policy: policies[0],
    responders: [],
    escalates: true,
    images: [],
    history: [],
    comments: [],
  };
}

/** Who has the alert now: the one who accepted it, else the last one called. */
export function assignee({ responders }: FakeAlert): Person | undefined {
  const accepted = responders.find(({ status }) => status === 'ACCEPTED');
  return (accepted ?? responders.at(-1))?.user;
}

/** Who is called at the next level; undefined after the last. */
export function nextUser({ responders, policy }: FakeAlert): Person | undefined {
  return policy.levels.find((user) => !responders.some((one) => one.user.id === user.id));
}

export function callNext(alert: FakeAlert): void {
  const next = nextUser(alert);
  if (next) alert.responders.push({ user: next, status: 'PENDING' });
}

export function acceptAs(alert: FakeAlert, user: Person, at: number): void {
  const known = alert.responders.find((one) => one.user.id === user.id);
  const responder: Responder = known ?? { user, status: 'PENDING' };
  if (!known) alert.responders.push(responder);
  responder.status = 'ACCEPTED';
  responder.acceptedAt = new Date(at).toISOString();
  alert.status = 'ACCEPTED';
}

/** Who takes it when nobody says who: the last one called. */
export const whoTakesIt = (alert: FakeAlert): Person =>
  alert.responders.at(-1)?.user ?? nextUser(alert) ?? rota[0];

export function resolve(alert: FakeAlert, at: number): void {
  alert.status = 'RESOLVED';
  alert.resolvedOn = new Date(at).toISOString();
}
