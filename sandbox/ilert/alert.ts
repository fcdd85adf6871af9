import { randomInt, randomUUID } from 'node:crypto';
import type { Person } from '../oncall/people';
import type { Remembered } from '../oncall/rules';
import type { Story } from '../oncall/stories';

export interface Responder {
  user: Person;
  status: 'PENDING' | 'ACCEPTED';
}

/** An alert as the on-call platform remembers it. */
export interface FakeAlert extends Remembered {
  status: 'PENDING' | 'ACCEPTED' | 'RESOLVED';
  priority: 'HIGH' | 'LOW';
  reportTime: string;
  resolvedOn: string | undefined;
  correlationId: string;
  responders: Responder[];
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
    responders: [],
  };
}

/** Who has the alert now: the one who accepted it, else the last one called. */
export function assignee({ responders }: FakeAlert): Person | undefined {
  const accepted = responders.find(({ status }) => status === 'ACCEPTED');
  return (accepted ?? responders.at(-1))?.user;
}
