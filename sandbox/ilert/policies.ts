import { type Person, rota } from '../oncall/people';

const [priya, jonas, mei] = rota;

export interface Policy {
  id: number;
  name: string;
  routingKey?: string;
  /** Who is called at each level, five minutes after the one before. */
  levels: readonly Person[];
}

export const policies: readonly [Policy, ...Policy[]] = [
  { id: 520_118, name: 'Platform, around the clock', levels: rota },
  { id: 520_126, name: 'Databases', routingKey: 'databases', levels: [mei, priya] },
];

export const ESCALATION_MINUTES = 5;

export interface Schedule {
  id: number;
  name: string;
  type: 'STATIC' | 'RECURRING';
  onCall: Person | undefined;
}

export const schedules: readonly Schedule[] = [
  { id: 640_205, name: 'Platform rota', type: 'RECURRING', onCall: jonas },
  { id: 640_211, name: 'Holidays', type: 'STATIC', onCall: undefined },
];
