import type { AlertEvent } from '../../alert/event';
import type { Steps } from '../../http/steps';
import type { Arguments, OnCallActionRule, Performed, Told } from '../action';
import { getJson, sendJson } from '../api';
import { type Change, changeAlert } from '../change';
import { refOf } from '../ref';
import { hasOthers, isOnlyWith, isWith, nameOf, namesOf } from '../states';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { needsUser } from './access';
import { readAnswer } from './answer';
import { personId } from './people';
import { changed, pathOf, read } from './read';

/** Whom it goes to, as the API names it, and how that shows. */
interface Target extends Pick<Change, 'isSo' | 'shows'> {
  readonly query: Readonly<Record<string, string>>;
  readonly told: (alert: AlertEvent) => Told;
}

export const assign: OnCallActionRule = {
  needs: [['person', 'policy', 'schedule']],
  takes: [],
  *perform(task) {
    const ref = refOf(task);
    const lacking = isTrouble(ref) ? ref : needsUser(task);
    if (isTrouble(ref) || lacking) return lacking ?? trouble('no_alert');
    const target = yield* targetOf(task.arguments);
    if (isTrouble(target)) return target;
    const { query, ...sight } = target;
    return yield* changeAlert({
      ...sight,
      read: () => read(ref, task.now),
      request: ({ alert }) => ({
        ...sendJson('PUT', getJson(`${pathOf(alert.id)}/assign`, query).url),
      }),
      answer: (answer, now) => changed(answer, now, ref.id),
    });
  },
};

function* targetOf({ person, policy, schedule }: Arguments): Steps<Target | Trouble> {
  if (person !== undefined) {
    const user = yield* personId(person);
    return isTrouble(user) ? user : toPerson(user.id);
  }
  const [name, id] = policy === undefined ? ['schedule', schedule ?? ''] : ['policy', policy];
  if (!/^\d{1,19}$/.test(id)) return trouble('bad_argument', name);
  return name === 'policy' ? toPolicy(id) : toSchedule(id);
}

const toPerson = (id: string): Target => ({
  query: { user: id },
  isSo: (alert) => isOnlyWith(alert, id),
  shows: (now) => isWith(now, id),
  told: (alert) => ({ to: nameOf(alert, id) }),
});

/** The same policy again starts it anew, so that it is never so already. */
const toPolicy = (id: string): Target => ({
  query: { policy: id },
  shows: ({ escalation }, before) =>
    escalation?.policyId === id && before.escalation?.policyId !== id,
  told: ({ escalation }) => ({ to: escalation?.policyName ?? id }),
});

const toSchedule = (id: string): Target => ({
  query: { schedule: id },
  shows: hasOthers,
  told: (alert) => ({ to: namesOf(alert) ?? id }),
});

export const addResponder: OnCallActionRule = {
  needs: [['person']],
  takes: [],
  *perform(task): Steps<Performed> {
    const ref = refOf(task);
    const lacking = isTrouble(ref) ? ref : needsUser(task);
    if (isTrouble(ref) || lacking) return lacking ?? trouble('no_alert');
    const person = yield* personId(task.arguments.person ?? '');
    if (isTrouble(person)) return person;
    const { id } = person;
    return yield* changeAlert({
      isSo: (alert) => isWith(alert, id),
      told: (alert) => ({ to: nameOf(alert, id) }),
      read: () => read(ref, task.now),
      // In the shape the alert itself has: the API's document shows no body.
      request: ({ alert }) =>
        sendJson('POST', `${pathOf(alert.id)}/responders`, { user: { id: Number(id) } }),
      answer: (answer) => {
        const said = readAnswer(answer, trouble('no_such_person', id));
        return isTrouble(said) ? said : undefined;
      },
    });
  },
};
