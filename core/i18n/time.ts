import { type Formatters, formatters, type TimeUnit } from './formatters';

/** How a reader wants times written: a BCP 47 language and an IANA time zone. */
export interface Reader {
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times outside 1970–2199 are a platform's way of saying "none" (Go's year 1), or broken. */
const LATEST = Date.UTC(2200, 0, 1);

/** An ISO 8601 time in ms since the epoch; undefined where it is no time anybody lives in. */
export const instant = (iso: string | undefined): number | undefined => {
  const time = iso === undefined ? Number.NaN : Date.parse(iso);
  return time > 0 && time < LATEST ? time : undefined;
};

/** `Nov 21, 10:37 UTC` */
export const formatMoment = (iso: string | undefined, reader: Reader): string | undefined =>
  write(iso, reader, (formats) => formats.moment);

/** `10:37` */
export const formatClock = (iso: string | undefined, reader: Reader): string | undefined =>
  write(iso, reader, (formats) => formats.clock);

const write = (
  iso: string | undefined,
  { language, timeZone }: Reader,
  pick: (formats: Formatters) => (time: number) => string,
): string | undefined => {
  const time = instant(iso);
  return time === undefined ? undefined : pick(formatters(language, timeZone))(time);
};

/** The two largest units of a span in ms: `45 sec`, `12 min`, `2 hr 5 min`; none below a second. */
export const formatDuration = (ms: number, { language }: Reader): string | undefined => {
  if (!(ms >= SECOND)) return undefined;
  const { units } = formatters(language);
  return spans(ms)
    .map(([unit, value]) => units[unit].format(value))
    .join(' ');
};

const spans = (ms: number): [TimeUnit, number][] => {
  const all: [TimeUnit, number][] = [
    ['day', Math.floor(ms / DAY)],
    ['hour', Math.floor((ms % DAY) / HOUR)],
    ['minute', Math.floor((ms % HOUR) / MINUTE)],
    ['second', ms < MINUTE ? Math.floor(ms / SECOND) : 0],
  ];
  const first = all.findIndex(([, value]) => value > 0);
  return all.slice(first, first + 2).filter(([, value]) => value > 0);
};
