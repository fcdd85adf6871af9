import { ALERT_ACTIONS, type AlertAction, type ChatCommand } from '../alert/command';
import { toIso } from '../alert/time';
import { sentences } from '../i18n/index';
import type { InboundSetup, Line } from './inbound';

export type ReadLine =
  | { readonly command: ChatCommand }
  /** What can be typed, or what was missing: for the eyes of whoever typed. */
  | { readonly help: string };

/** Other words for what can be done, as people and other tools say them. */
const WORDS: Readonly<Record<string, AlertAction>> = {
  ack: 'accept',
  acknowledge: 'accept',
  unack: 'unaccept',
  unacknowledge: 'unaccept',
  close: 'resolve',
  alert: 'create',
  new: 'create',
  reassign: 'assign',
  responder: 'add-responder',
  note: 'comment',
  show: 'get',
  status: 'get',
  oncall: 'on-call',
  who: 'on-call',
  接手: 'accept',
  认领: 'accept',
  关闭: 'resolve',
  解决: 'resolve',
  值班: 'on-call',
};

/** Commands that set something up; what follows is left to the node that does it. */
const SET_UP: ReadonlySet<string> = new Set([
  ...['link', 'unlink', 'links', 'connect', 'disconnect'],
  ...['linkteam', 'linkchat', 'linkuser', 'unlinkuser', 'people', 'test'],
]);

const NEEDS_NO_ALERT: ReadonlySet<AlertAction> = new Set(['create', 'on-call']);

/** The argument that the rest of a line is, where it has one. */
const REST: Readonly<Partial<Record<AlertAction, string>>> = {
  resolve: 'note',
  reopen: 'note',
  snooze: 'minutes',
  assign: 'person',
  'add-responder': 'person',
  escalate: 'level',
  comment: 'note',
  create: 'title',
  'on-call': 'policy',
};

const MOST_CHARACTERS = 3000;

/** A command as people type it: `accept 4711`, `snooze 4711 30m`, `create Checkout is down`. */
export const readLine = (
  line: Line,
  { clock, language, command = '' }: Pick<InboundSetup, 'clock' | 'language' | 'command'>,
): ReadLine => {
  const { help } = sentences(language).answers;
  const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(cleaned(line.text)) ?? [];
  const said = word.toLowerCase();
  const { text: _text, ...from } = line;
  const receivedAt = toIso(clock.now()) ?? '';
  const base = {
    schemaVersion: 1 as const,
    ...from,
    ...(language !== undefined && { language }),
    receivedAt,
    arguments: {},
  };
  if (SET_UP.has(said)) {
    const told: ChatCommand['arguments'] = rest === '' ? {} : { text: rest };
    return { command: { ...base, kind: 'set-up', action: said, arguments: told } };
  }
  const action = actionOf(said);
  if (!action) return { help: help.all({ command }) };
  if (NEEDS_NO_ALERT.has(action)) {
    if (action === 'create' && rest === '') return { help: help.noTitle({ command }) };
    const told = argumentsOf(action, rest);
    return { command: { ...base, kind: 'alert-action', action, arguments: told } };
  }
  const [, id = '', more = ''] = /^#?(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  if (id === '') return { help: help.noAlert({ command, action: said }) };
  const told = argumentsOf(action, more);
  return { command: { ...base, kind: 'alert-action', action, alert: { id }, arguments: told } };
};

const actionOf = (word: string): AlertAction | undefined =>
  ALERT_ACTIONS.find((action) => action === word) ??
  (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined);

const argumentsOf = (action: AlertAction, rest: string): ChatCommand['arguments'] => {
  const name = REST[action];
  if (name === undefined || rest === '') return {};
  return { [name]: action === 'snooze' ? minutesOf(rest) : rest };
};

/** `2h`, `90 min` and `30` as minutes; what is none of them stays as it was typed. */
const minutesOf = (text: string): string => {
  const [, amount, unit = 'm'] =
    /^(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?|分钟|小时)?$/i.exec(text.trim()) ?? [];
  if (amount === undefined) return text;
  const each = /^(h|小)/i.test(unit) ? 60 : /^d/i.test(unit) ? 1440 : 1;
  return String(Number(amount) * each);
};

/** What cannot be seen may not change what a command means. */
const cleaned = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]+/gu, (match) => (/[\n\t\r]/.test(match) ? ' ' : ''))
    .trim();
