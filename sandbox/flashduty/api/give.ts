import type { Person } from '../../oncall/people';
import { rota } from '../../oncall/people';
import { assign, directly } from '../changes';
import { RULE } from '../channels';
import { type AssignedTo, byRule, type FakeIncident, seconds } from '../incident';
import { memberOf, personOf } from '../person';
import { type ApiError, invalid, missing } from './answer';
import type { AssignTo } from './shapes';

/** Whom an incident is given to, and how that is told. */
export interface Gift {
  people: Person[];
  to: AssignedTo;
}

export function giftOf(wanted: AssignTo, now: number): Gift | ApiError {
  const at = seconds(now);
  const { person_ids, escalate_rule_id, layer_idx, type } = wanted;
  if (person_ids) {
    const members = membersOf(person_ids);
    if ('code' in members) return members;
    return { people: members, to: directly(members, at, type ?? 'assign') };
  }
  if (escalate_rule_id !== RULE.rule_id) {
    return missing('escalation rule', String(escalate_rule_id));
  }
  const level = layer_idx ?? 0;
  const person = rota[level];
  if (!person) return invalid(`The rule has ${rota.length} levels; layer_idx is ${level}.`);
  return { people: [person], to: byRule(type ?? 'assign', level, at) };
}

export function membersOf(ids: readonly number[]): Person[] | ApiError {
  const members: Person[] = [];
  for (const id of new Set(ids)) {
    const member = memberOf(id);
    if (!member) return missing('member', id);
    members.push(member);
  }
  return members;
}

/** Gives it, and names the event that tells of it. */
export function give(incident: FakeIncident, { people, to }: Gift, now: number): string {
  assign(incident, people, to, seconds(now));
  return to.type === 'assign' ? 'i_assign' : `i_assign:${to.type}`;
}

export const detailOf = ({ people, to }: Gift): Record<string, unknown> => ({
  ...to,
  to: people.map((person) => personOf(person).person_id),
});
