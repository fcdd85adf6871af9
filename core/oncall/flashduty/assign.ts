import type { AlertEvent } from '../../alert/event';
import type { OnCallActionRule } from '../action';
import { isOnlyWith, isWith, nameOf } from '../states';
import { isTrouble, trouble } from '../trouble';
import { personId } from './people';
import { tell } from './tell';

const RULE = /^[0-9a-f]{24}$/i;

/** To a person, or to an escalation rule from one of its levels on. */
export const assign: OnCallActionRule = {
  needs: [['person', 'policy']],
  takes: ['level'],
  *perform(task) {
    const { person, policy = '' } = task.arguments;
    if (person === undefined) {
      const level = levelOf(task.arguments.level) ?? 1;
      if (!RULE.test(policy)) return trouble('bad_argument', 'policy');
      if (level === 0) return trouble('bad_argument', 'level');
      return yield* tell(task, {
        path: '/incident/assign',
        body: () => ({ assigned_to: toRule(policy, level, 'assign') }),
        shows: (now, before) => isAt(now, policy, level) && !isAt(before, policy, level),
        told: ({ escalation }) => ({ to: escalation?.policyName ?? policy }),
      });
    }
    const found = yield* personId(person);
    if (isTrouble(found)) return found;
    const id = String(found.id);
    return yield* tell(task, {
      path: '/incident/assign',
      body: ({ assignees }) => ({
        assigned_to: {
          person_ids: [found.id],
          type: assignees.length === 0 ? 'assign' : 'reassign',
        },
      }),
      isSo: (alert) => isOnlyWith(alert, id),
      told: (alert) => ({ to: nameOf(alert, id) }),
    });
  },
};

/** To the next level of the rule it follows, or to the one that is named. */
export const escalate: OnCallActionRule = {
  needs: [],
  takes: ['level', 'policy'],
  *perform(task) {
    const asked = levelOf(task.arguments.level);
    if (asked === 0) return trouble('bad_argument', 'level');
    const { policy } = task.arguments;
    if (policy !== undefined && !RULE.test(policy)) return trouble('bad_argument', 'policy');
    let at: { readonly rule: string; readonly level: number } | undefined;
    return yield* tell(task, {
      path: '/incident/assign',
      body: ({ escalation }) => {
        const rule = policy ?? escalation?.policyId;
        if (rule === undefined) return trouble('missing_argument', 'policy');
        const level = asked ?? (policy === undefined ? (escalation?.level ?? 0) + 1 : 1);
        at = { rule, level };
        return { assigned_to: toRule(rule, level, 'escalate') };
      },
      shows: (now, before) =>
        at !== undefined && isAt(now, at.rule, at.level) && !isAt(before, at.rule, at.level),
      told: ({ escalation }) => ({ level: at?.level ?? escalation?.level ?? 1 }),
    });
  },
};

/** Flashduty counts levels from 0. */
const toRule = (rule: string, level: number, type: 'assign' | 'escalate') => ({
  escalate_rule_id: rule,
  layer_idx: level - 1,
  type,
});

const isAt = ({ escalation }: AlertEvent, rule: string, level: number): boolean =>
  escalation?.policyId === rule && escalation.level === level;

/** Undefined where none is named, 0 where it is no level. */
const levelOf = (level: string | undefined): number | undefined => {
  if (level === undefined) return undefined;
  return /^[1-9]\d?$/.test(level) ? Number(level) : 0;
};

export const addResponder: OnCallActionRule = {
  needs: [['person']],
  takes: [],
  *perform(task) {
    const found = yield* personId(task.arguments.person ?? '');
    if (isTrouble(found)) return found;
    const id = String(found.id);
    return yield* tell(task, {
      path: '/incident/responder/add',
      body: ({ alert }) => ({ incident_id: alert.id, person_ids: [found.id] }),
      isSo: (alert) => isWith(alert, id),
      told: (alert) => ({ to: nameOf(alert, id) }),
    });
  },
};
