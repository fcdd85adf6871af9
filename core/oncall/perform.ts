import {
  type ActionResult,
  ALERT_ACTIONS,
  type AlertAction,
  type AlertRef,
  type ChatUser,
} from '../alert/command';
import { defined } from '../alert/defined';
import { digest } from '../alert/digest';
import type { AlertEvent } from '../alert/event';
import { oneOf, text } from '../alert/untrusted';
import type { Credential } from '../http/types';
import { sentences } from '../i18n/index';
import type { Clock, Http } from '../ports';
import { ARGUMENTS, type Arguments, type Done, type Performed, type Task } from './action';
import { actionEvent } from './action-event';
import type { OnCallPlatform } from './platform';
import { ON_CALL_PLATFORMS } from './registry';
import { resultOf, troubleProblem } from './result';
import { runWithin } from './run';
import { safe } from './safe';
import { isTrouble, type Trouble, trouble } from './trouble';

export interface ActionOrder {
  /** Its id. */
  readonly platform: string;
  /** An `AlertAction`. */
  readonly action: string;
  /** Which alert; `id` may be the short number people read on a card. */
  readonly alert?: AlertRef | undefined;
  /** By the names of the fields of On-Call Action; empty ones count as absent. */
  readonly arguments?: Readonly<Record<string, string | undefined>> | undefined;
  /** Tells which ways there are, and what must never be said; `http` puts it into requests. */
  readonly credential?: Credential | undefined;
  readonly http: Http;
  readonly clock: Clock;
  /** BCP 47, for the message. Default English. */
  readonly language?: string | undefined;
  /** Who asked for it in a chat. */
  readonly by?: ChatUser | undefined;
  /** The id of the command: the same command makes the same event. Default: one a second. */
  readonly commandId?: string | undefined;
  /** Whether to write beside the alert, as a comment, who asked for it. */
  readonly attribute?: boolean | undefined;
  readonly alertUrlPattern?: string | undefined;
}

export interface ActionOutcome {
  readonly result: ActionResult;
  /** The alert as it is now; its `rawType` begins with `alertwire.`. */
  readonly event?: AlertEvent;
  /** What was asked for: of `on-call`, an `OnDuty` for everybody who is. */
  readonly data?: unknown;
}

/** Does one thing at an on-call platform, within 20 s. Never rejects. */
export const performAction = async (order: ActionOrder): Promise<ActionOutcome> => {
  const platform = ON_CALL_PLATFORMS.find(({ id }) => id === order.platform);
  const speech = { language: text(order.language), platform, action: order.action };
  const refuse = (word: 'unknown_platform' | 'unknown_action', about: string) => ({
    result: { ok: false, ...troubleProblem({ trouble: word, about }, speech) },
  });
  if (platform === undefined) return refuse('unknown_platform', order.platform.slice(0, 80));
  const action = oneOf(ALERT_ACTIONS, order.action);
  if (action === undefined) return refuse('unknown_action', order.action.slice(0, 80));
  const task = taskOf(order, platform.id, action);
  const performed = await carryOut(order, platform, action, task);
  const outcome = outcomeOf(order, platform, action, task, performed);
  return safe({ result: resultOf(performed, speech), ...outcome }, order.credential);
};

const carryOut = async (
  { http, clock, attribute, language }: ActionOrder,
  platform: OnCallPlatform,
  action: AlertAction,
  task: Task,
): Promise<Performed> => {
  const rule = platform.actions[action];
  if (rule === undefined) return trouble('not_supported');
  const lacking = missing(rule.needs, task.arguments);
  if (lacking) return lacking;
  try {
    const performed = await runWithin(rule.perform(task), http, clock);
    const { by } = task;
    if (attribute && by?.name !== undefined && SPEAKS_FOR.has(action) && isFresh(performed)) {
      const { done, attributed } = sentences(text(language)).actions;
      const sentence = attributed({
        happened: `${done[action]({ ...performed.told }).replace(/[.。]$/, '')} · ${by.name}`,
      });
      await runWithin(platform.attribute(performed.alert, sentence, task), http, clock, ASIDE_MS);
    }
    return performed;
  } catch {
    return trouble('unknown');
  }
};

/** What a comment in somebody's name says more than the platform does. */
const SPEAKS_FOR: ReadonlySet<AlertAction> = new Set([
  ...(['accept', 'unaccept', 'resolve', 'reopen'] as const),
  ...(['snooze', 'assign', 'add-responder', 'escalate'] as const),
]);
const ASIDE_MS = 3_000;

const isFresh = (performed: Performed): performed is Done & { readonly alert: AlertEvent } =>
  !isTrouble(performed) && !performed.already && performed.alert !== undefined;

const missing = (
  needs: readonly (readonly (keyof Arguments)[])[],
  given: Arguments,
): Trouble | undefined => {
  const row = needs.find((names) => names.every((name) => given[name] === undefined));
  return row && trouble('missing_argument', row.join('|'));
};

const taskOf = (order: ActionOrder, platform: string, action: AlertAction): Task => {
  const { credential, commandId } = order;
  const now = order.clock.now();
  const ref = readRef(order.alert);
  const given = argumentsOf(order.arguments ?? {});
  const command = text(commandId) ?? `${Math.floor(now / 1000)} ${JSON.stringify(given)}`;
  return {
    ref,
    arguments: given,
    access: accessOf(credential),
    now,
    key: digest(platform, ref?.id, action, command),
    by: readUser(order.by),
  };
};

/** Commands come a long way: what is blank is not there. */
const readRef = (alert: AlertRef | undefined): AlertRef | undefined => {
  const id = text(alert?.id)?.trim();
  if (id === undefined) return undefined;
  const { platform, account, key, title } = alert ?? {};
  const known = { platform: text(platform), account: text(account) };
  return { id, ...defined({ ...known, key: text(key), title: text(title) }) };
};

const readUser = (by: ChatUser | undefined): ChatUser | undefined => {
  const id = text(by?.id);
  return id === undefined
    ? undefined
    : { id, ...defined({ name: text(by?.name), email: text(by?.email) }) };
};

const argumentsOf = (given: Readonly<Record<string, string | undefined>>): Arguments =>
  Object.fromEntries(
    ARGUMENTS.flatMap((name) => {
      const value = String((Object.hasOwn(given, name) ? given[name] : undefined) ?? '').trim();
      return value === '' ? [] : [[name, value]];
    }),
  );

/** A host that keeps its credential to itself is taken to have every key. */
export const accessOf = (credential: Credential | undefined): ReadonlySet<string> =>
  new Set(
    credential === undefined
      ? ['apiKey', 'integrationKey', 'appKey']
      : Object.entries(credential).flatMap(([name, value]) => (value.trim() === '' ? [] : [name])),
  );

const outcomeOf = (
  order: ActionOrder,
  platform: OnCallPlatform,
  action: AlertAction,
  task: Task,
  performed: Performed,
): Pick<ActionOutcome, 'event' | 'data'> => {
  const { alert } = performed;
  const data = isTrouble(performed) ? undefined : performed.data;
  const event =
    alert &&
    actionEvent(alert, {
      platform: {
        platform: platform.id,
        platformName: platform.name,
        capabilities: platform.capabilities,
      },
      action,
      ref: task.ref,
      key: task.key,
      by: task.by,
      now: order.clock.now(),
      stands: isTrouble(performed) || performed.already === true,
      note: task.arguments.note,
      alertUrlPattern: order.alertUrlPattern,
    });
  return { ...(event && { event }), ...(data !== undefined && { data }) };
};
