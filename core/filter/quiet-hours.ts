import type { AlertEvent } from '../alert/event';
import type { QuietHours } from './rules';

/** What the quiet hours do to an event that they touch. */
export type QuietVerdict = { readonly effect: 'mute' | 'drop'; readonly message: string };

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAY = 24 * 60;

/** Quiet hours that cannot be evaluated touch nothing. */
export const compileQuietHours = (
  rule: QuietHours,
): ((event: AlertEvent, now: number) => QuietVerdict | undefined) => {
  const { timeZone, from, to, effect = 'mute', criticalPasses = true } = rule;
  if (quietHoursProblems(rule).length > 0) return () => undefined;
  const isQuiet = compileWindow(rule);
  const what = effect === 'drop' ? 'dropped' : 'sent without sound and mentions';
  return ({ alert }, now) => {
    if ((criticalPasses && alert.severity === 'critical') || !isQuiet(now)) return undefined;
    return { effect, message: `Quiet hours (${from}–${to} ${timeZone}): ${what}.` };
  };
};

/** Sentences about what makes the quiet hours impossible to evaluate. */
export const quietHoursProblems = ({ timeZone, from, to, days }: QuietHours): string[] => [
  ...(clockReader(timeZone) === undefined ? [`The time zone "${timeZone}" is unknown.`] : []),
  ...[from, to].flatMap((time) =>
    minuteOfDay(time) === undefined ? [`"${time}" is no time of day as HH:MM.`] : [],
  ),
  ...(from === to ? ['The start and the end are the same.'] : []),
  ...(days?.every((day) => DAYS[day - 1] !== undefined) === false
    ? ['A day is a number from 1 (Monday) to 7 (Sunday).']
    : []),
];

const compileWindow = ({ timeZone, from, to, days = [1, 2, 3, 4, 5, 6, 7] }: QuietHours) => {
  const read = clockReader(timeZone);
  const start = minuteOfDay(from) ?? 0;
  const end = minuteOfDay(to) ?? 0;
  const startsOn = new Set(days);
  return (now: number): boolean => {
    const local = read?.(now);
    if (local === undefined) return false;
    const { day, minute } = local;
    if (start < end) return startsOn.has(day) && start <= minute && minute < end;
    if (minute >= start) return startsOn.has(day);
    return minute < end && startsOn.has(day === 1 ? 7 : day - 1);
  };
};

/** Minutes after midnight. */
const minuteOfDay = (time: string): number | undefined => {
  const [, hours, minutes] = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(time?.trim?.() ?? '') ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= DAY ? minute : undefined;
};

/** The wall clock of a zone, summer time included; undefined where the zone is unknown. */
const clockReader = (timeZone: string) => {
  const formatter = formatterFor(timeZone);
  if (formatter === undefined) return undefined;
  return (now: number): { day: number; minute: number } | undefined => {
    if (!(Math.abs(now) <= 8.64e15)) return undefined;
    const parts = new Map(formatter.formatToParts(now).map(({ type, value }) => [type, value]));
    const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
    return { day: DAYS.indexOf(parts.get('weekday') ?? '') + 1, minute };
  };
};

const formatterFor = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch {
    return undefined;
  }
};
