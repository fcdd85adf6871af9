import { randomBytes } from 'node:crypto';
import { type Person, rota } from '../oncall/people';
import type { Remembered } from '../oncall/rules';
import type { Story } from '../oncall/stories';
import { CHANNEL, RULE } from './channels';
import { type FlashdutyPerson, memberOf, onLevel } from './person';

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
  /** Absent where a person made it: there is no alert in it. */
  alertId: string | undefined;
  /** 0 where it belongs to no channel. */
  channelId: number;
  severity: Severity;
  progress: 'Triggered' | 'Processing' | 'Closed';
  hasRecovered: boolean;
  createdAt: number;
  ackTime: number;
  closeTime: number;
  endTime: number;
  snoozedBefore: number;
  creator: FlashdutyPerson | undefined;
  closer: FlashdutyPerson | undefined;
  rootCause: string;
  resolution: string;
  updatedAt: number;
  assignedTo: AssignedTo | undefined;
  responders: Responder[];
}

/** As MongoDB writes its ids. */
export const objectId = (): string => randomBytes(12).toString('hex');

export const seconds = (at: number): number => Math.floor(at / 1000);

/** A matching escalation rule assigns its first level at once. */
export function createIncident(story: Story, at: number): FakeIncident {
  const createdAt = seconds(at);
  return {
    id: objectId(),
    story,
    alertId: objectId(),
    channelId: CHANNEL.channel_id,
    severity: story.severity === 'critical' ? 'Critical' : 'Warning',
    progress: 'Triggered',
    hasRecovered: false,
    createdAt,
    ackTime: 0,
    closeTime: 0,
    endTime: 0,
    snoozedBefore: 0,
    creator: undefined,
    closer: undefined,
    rootCause: '',
    resolution: '',
    updatedAt: createdAt,
    assignedTo: byRule('assign', 0, createdAt),
    responders: [called(onLevel(0), createdAt)],
    history: [],
    comments: [],
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
  escalate_rule_id: RULE.rule_id,
  escalate_rule_name: RULE.rule_name,
});

export const toPeople = (
  people: FlashdutyPerson[],
  assigned_at: number,
  type: AssignedTo['type'] = 'reassign',
): AssignedTo => ({
  id: assignmentId(),
  type,
  layer_idx: 0,
  assigned_at,
  person_ids: people.map(({ person_id }) => person_id),
});

const assignmentId = (): string => randomBytes(16).toString('base64url').slice(0, 22);

/** Who acts on the pages of Flashduty: the one who was called last. */
export const whoIsOnIt = ({ responders }: FakeIncident): Person =>
  memberOf(responders.at(-1)?.person_id ?? 0) ?? rota[0];
