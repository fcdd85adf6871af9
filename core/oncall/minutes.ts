import { toIso } from '../alert/time';
import type { Task } from './action';
import { type Trouble, trouble } from './trouble';

const SPAN = /^(\d{1,6})\s*(m|min|minutes?|h|hours?|d|days?)?$/i;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

/** For how long, in whole minutes: `30`, `2h`, or until a time. */
export const minutesOf = ({
  arguments: { minutes, until },
  now,
}: Task): { readonly value: number; readonly name: string } | Trouble => {
  const name = minutes === undefined ? 'until' : 'minutes';
  const value = minutes === undefined ? minutesUntil(until, now) : minutesIn(minutes);
  return value >= 1 ? { value, name } : trouble('bad_argument', name);
};

const minutesIn = (span: string): number => {
  const [, count = '', unit = 'm'] = SPAN.exec(span) ?? [];
  return count === '' ? 0 : Number(count) * (MINUTES[unit[0]?.toLowerCase() ?? 'm'] ?? 1);
};

const minutesUntil = (until: string | undefined, now: number): number => {
  const time = Date.parse(toIso(until) ?? '');
  return Number.isNaN(time) ? 0 : Math.ceil((time - now) / 60_000);
};
