import type { AlertCard, CardAction } from '../alert/card';
import { digest } from '../alert/digest';
import type { Capability } from '../alert/event';
import type { AlertState } from '../alert/state';
import { sentences } from '../i18n/index';
import type { SigningKeys } from './keys';
import { signToken } from './token';

/** A button that does what the flow makes of it. */
export interface OwnButton {
  readonly name: string;
  readonly style?: CardAction['style'] | undefined;
  /** Asked before it is done. */
  readonly confirm?: string | undefined;
}

/** Which buttons the cards of a destination have. */
export interface ButtonRules {
  readonly keys: SigningKeys;
  /** `links` open a page that asks again; everything else calls back. */
  readonly way: 'callback' | 'links';
  /** Offered where the alert's platform can do it, and its state allows it. */
  readonly actions: readonly Capability[];
  readonly own?: readonly OwnButton[] | undefined;
  /** Of the response trigger, where the chat or a link needs it. */
  readonly address?: string | undefined;
  /** Times to snooze for, in minutes. */
  readonly snoozeMinutes?: readonly number[] | undefined;
  /** A note can be typed along with *resolve*. */
  readonly note?: boolean | undefined;
  /** For how long a button works, in ms; default seven days. */
  readonly validMs?: number | undefined;
}

/** Where a card stands. */
export interface ButtonPlace {
  readonly destination: string;
  /** Where it is known before the message is posted. */
  readonly channel?: string | undefined;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const SNOOZE_MINUTES: readonly number[] = [30, 120, 240, 720];
/** More would not be shown: Teams shows six, with the link to the alert. */
const MOST = 5;
const LONGEST_TITLE = 60;
const LONGEST_NAME = 40;

/** What people may do with buttons. */
export const BUTTON_ACTIONS = [
  'accept',
  'unaccept',
  'resolve',
  'reopen',
  'escalate',
  'snooze',
] as const satisfies readonly Capability[];
type ButtonAction = (typeof BUTTON_ACTIONS)[number];

const isButton = (action: Capability): action is ButtonAction =>
  (BUTTON_ACTIONS as readonly Capability[]).includes(action);

const makesSense = (action: ButtonAction, { latest: { alert } }: AlertState): boolean => {
  const { status } = alert;
  if (action === 'accept') return status === 'open';
  if (action === 'unaccept') return status === 'acknowledged';
  return action === 'reopen' ? status === 'resolved' : status !== 'resolved';
};

const STYLES: Readonly<Partial<Record<ButtonAction, CardAction['style']>>> = { accept: 'primary' };

/** The card with the buttons its state allows; `now` in ms. */
export const withButtons = (
  card: AlertCard,
  state: AlertState,
  rules: ButtonRules,
  place: ButtonPlace,
  now: number,
  language?: string,
): AlertCard => {
  const actions = buttonsOf(state, rules, place, now, language);
  return actions.length === 0 ? card : { ...card, actions };
};

const buttonsOf = (
  state: AlertState,
  rules: ButtonRules,
  place: ButtonPlace,
  now: number,
  language: string | undefined,
): readonly CardAction[] => {
  const { capabilities, type } = state.latest;
  if (type === 'test') return [];
  const { button } = sentences(language).answers;
  const proof = prover(state, rules, place, now);
  const offered = rules.actions.filter(isButton).filter((action) => {
    return capabilities.includes(action) && makesSense(action, state);
  });
  const own = state.latest.alert.status === 'resolved' ? [] : (rules.own ?? []);
  const minutes = rules.snoozeMinutes ?? SNOOZE_MINUTES;
  const common = (action: ButtonAction) => ({
    id: action,
    label: button[action],
    style: STYLES[action] ?? ('default' as const),
    ...(action === 'snooze' && rules.way === 'callback' && { pick: snooze(minutes, language) }),
    ...(action === 'resolve' &&
      rules.note &&
      rules.way === 'callback' && { note: { argument: 'note', label: button.note } }),
    ...proof('alert-action', action),
  });
  return [
    ...offered.map(common),
    ...own.map(({ name, style = 'default', confirm }, index) => ({
      id: `own${index + 1}`,
      label: name.slice(0, LONGEST_NAME),
      style,
      ...(confirm && { confirm }),
      ...proof('own-button', name.slice(0, LONGEST_NAME)),
    })),
  ].slice(0, MOST);
};

const snooze = (minutes: readonly number[], language: string | undefined) => {
  const { button } = sentences(language).answers;
  const choices = minutes.map((value) => ({
    value: String(value),
    label: button.snoozeFor({ minutes: value }),
  }));
  return { argument: 'minutes', choices };
};

/** What proves each button of one card. */
const prover = (
  { latest, episode }: AlertState,
  { keys, way, address, validMs = WEEK_MS }: ButtonRules,
  { destination, channel }: ButtonPlace,
  now: number,
) => {
  const { platform, account, alert } = latest;
  const title = alert.title.slice(0, LONGEST_TITLE).toWellFormed();
  const claims = {
    alert: {
      platform,
      id: alert.id,
      ...(account !== undefined && { account }),
      ...(alert.key !== undefined && alert.key.length <= 100 && { key: alert.key }),
      ...(way === 'links' && { title }),
    },
    episode,
    destination: digest(destination).slice(0, 12),
    ...(channel !== undefined && { channel }),
    expiresAt: now + validMs,
  };
  return (kind: 'alert-action' | 'own-button', action: string) => {
    const token = signToken({ kind, action, ...claims }, keys);
    if (way === 'links') return { token, href: linkWith(address ?? '', token) };
    return { token, ...(address && { callback: address }) };
  };
};

const linkWith = (address: string, token: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}b=${token}`;
