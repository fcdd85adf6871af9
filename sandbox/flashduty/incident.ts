import { randomBytes } from 'node:crypto';
import type { Remembered } from '../oncall/rules';
import type { Story } from '../oncall/stories';
import { type FlashdutyPerson, onLevel } from './person';

export interface Responder extends FlashdutyPerson {
  assigned_at: number;
  acknowledged_at: number;
}

export type Severity = 'Critical' | 'Warning' | 'Info';

/** What an incident was last assigned by. */
export interface AssignedTo {
  id: string;
  type: 'assign' | 'reassign' | 'escalate' | 'reopen';
  layer_idx: number;
  assigned_at: number;
  escalate_rule_id?: string;
  escalate_rule_name?: string;
  person_ids?: number[];
}

/** An incident as the on-call platform remembers it, with the one alert in it; times are in s. */
export interface FakeIncident extends Remembered {
  alertId: string;
  severity: Severity;
  progress: 'Triggered' | 'Processing' | 'Closed';
  hasRecovered: boolean;
  createdAt: number;
  ackTime: number;
  closeTime: number;
  endTime: number;
  snoozedBefore: number;
  closer: FlashdutyPerson | undefined;
  assignedTo: AssignedTo;
  responders: Responder[];
}

/** As MongoDB writes its ids. */
const objectId = (): string => randomBytes(12).toString('hex');

export const seconds = (at: number): number => Math.floor(at / 1000);

/** A matching escalation rule assigns its first level at once. */
export function createIncident(story: Story, at: number): FakeIncident {
  const createdAt = seconds(at);
  return {
    id: objectId(),
    story,
    alertId: objectId(),
    severity: story.severity === 'critical' ? 'Critical' : 'Warning',
    progress: 'Triggered',
    hasRecovered: false,
    createdAt,
    ackTime: 0,
    closeTime: 0,
    endTime: 0,
    snoozedBefore: 0,
    closer: undefined,
    assignedTo: byRule('assign', 0, createdAt),
    responders: [called(onLevel(0), createdAt)],
  };
}

export const called = (person: FlashdutyPerson, at: number): Responder => ({
  ...person,
  assigned_at: at,
  acknowledged_at: 0,
});

export const byRule = (
  type: AssignedTo['type'],
  layer_idx: number,
  assigned_at: number,
): AssignedTo => ({
  id: assignmentId(),
  type,
  layer_idx,
  assigned_at,
  escalate_rule_id: '64abb8a687e7984845822139',
  escalate_rule_name: 'Platform, around the clock',
});

export const toPeople = (people: FlashdutyPerson[], assigned_at: number): AssignedTo => ({
  id: assignmentId(),
  type: 'reassign',
  layer_idx: 0,
  assigned_at,
  person_ids: people.map(({ person_id }) => person_id),
});

const assignmentId = (): string => randomBytes(16).toString('base64url').slice(0, 22);

/** Who acts: the one who was called last. */
export const whoIsOnIt = ({ responders }: FakeIncident): FlashdutyPerson => {
  const { person_id, person_name, email } = responders.at(-1) ?? onLevel(0);
  return { person_id, person_name, email };
};
