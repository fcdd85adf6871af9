import type { ActionResult, AlertAction } from '../alert/command';
import { defined } from '../alert/defined';
import type { AlertEvent } from '../alert/event';
import { type Sentences, sentences } from '../i18n/index';
import { formatMoment } from '../i18n/time';
import type { Problem } from '../problem';
import type { Done, Performed } from './action';
import type { OnDuty } from './on-duty';
import type { OnCallPlatform } from './platform';
import { namesOf } from './states';
import { isTrouble, type Trouble, type TroubleWord } from './trouble';

/** Words for people: in whose language, and about what. */
export interface Speech {
  readonly language: string | undefined;
  readonly platform: Pick<OnCallPlatform, 'name' | 'capabilities' | 'actions'> | undefined;
  readonly action: string;
}

/** Troubles there are only before a platform is asked. */
type Word = TroubleWord | 'unknown_platform' | 'unknown_action' | 'no_webhook_api' | 'no_list';

export const resultOf = (performed: Performed, speech: Speech): ActionResult => {
  const who = defined({ by: whoBefore(performed, speech.action) });
  return isTrouble(performed)
    ? { ok: false, ...troubleProblem(performed, speech, performed.alert), ...who }
    : {
        ok: true,
        code: performed.already ? 'already_done' : 'done',
        message: doneMessage(performed, speech),
        ...who,
      };
};

/** The same for programs that have no words of their own. */
export const troubleProblem = (
  { trouble, about }: Omit<Trouble, 'trouble'> & { readonly trouble: Word },
  { language, platform, action }: Speech,
  alert?: AlertEvent,
): Problem => {
  const { actions } = sentences(language);
  const can = platform ? namesOfActions(trouble, platform, actions) : (about ?? '');
  const words = defined({
    platform: platform?.name ?? '',
    action: verb(actions, action),
    value: trouble === 'not_supported' || trouble === 'needs_user_key' ? can : about,
    field: about === undefined ? undefined : fieldNames(actions, about),
    reason: about,
    who: alert && whoResolved(alert),
  });
  const hint = actions.hint[trouble] ?? '';
  return { code: `action.${trouble}`, message: actions.trouble[trouble](words), hint };
};

type Words = Sentences['actions'];

const verb = (actions: Words, action: string): string =>
  Object.hasOwn(actions.verbs, action) ? (actions.verbs[action] ?? action) : action;

/** Of several arguments each would do. */
const fieldNames = (actions: Words, names: string): string =>
  names
    .split('|')
    .map((name) => (Object.hasOwn(actions.arguments, name) ? actions.arguments[name] : name))
    .join(actions.or);

/** What an alert source's key alone is good for: https://docs.ilert.com, Event API */
const BY_SOURCE = ['accept', 'resolve', 'comment', 'create'];

const namesOfActions = (
  word: Word,
  { actions: rules }: Pick<OnCallPlatform, 'actions'>,
  actions: Words,
): string =>
  (word === 'needs_user_key' ? BY_SOURCE : Object.keys(rules))
    .map((action) => verb(actions, action))
    .join(', ');

const whoResolved = ({ actor }: AlertEvent): string | undefined => actor?.name ?? actor?.email;

const doneMessage = (done: Done, { language, platform, action }: Speech): string => {
  const { actions } = sentences(language);
  if (done.later) return actions.later({ platform: platform?.name ?? '' });
  const told = action as AlertAction;
  const words = wordsOf(done, told, language, actions);
  const already = done.already && told in actions.already;
  return already
    ? actions.already[told as keyof Words['already']](words)
    : actions.done[told](words);
};

const wordsOf = (done: Done, action: AlertAction, language: string | undefined, actions: Words) => {
  const { alert, told, data } = done;
  return defined({
    ...told,
    who: action === 'on-call' ? onDuty(data) : alert && whoDid(alert, action),
    until: formatMoment(alert?.alert.snoozedUntil, { language }),
    title: told?.title ?? alert?.alert.title,
    value: alert && actions.status[alert.alert.status],
  });
};

const whoDid = (alert: AlertEvent, action: AlertAction): string | undefined => {
  if (action === 'resolve') return whoResolved(alert);
  const accepted = alert.assignees.filter(({ status }) => status === 'accepted');
  return namesOf({ ...alert, assignees: accepted });
};

/** Who was faster. */
const whoBefore = (performed: Performed, action: string): string | undefined => {
  const { alert } = performed;
  if (alert === undefined) return undefined;
  if (isTrouble(performed))
    return performed.trouble === 'already_resolved' ? whoResolved(alert) : undefined;
  if (!performed.already || (action !== 'accept' && action !== 'resolve')) return undefined;
  return whoDid(alert, action);
};

const MOST_NAMES = 10;

const onDuty = (data: unknown): string => {
  const duties = Array.isArray(data) ? (data as readonly OnDuty[]) : [];
  const names = duties.flatMap(({ person }) => person.name ?? person.email ?? person.id ?? []);
  return [...new Set(names)].slice(0, MOST_NAMES).join(', ');
};
