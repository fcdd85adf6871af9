/** How times and durations are written in one language and one time zone. */
export interface Formatters {
  /** Takes ms since the epoch. */
  readonly moment: (time: number) => string;
  readonly clock: (time: number) => string;
  readonly units: Readonly<Record<TimeUnit, Intl.NumberFormat>>;
}

export type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

/** Languages and zones come from flow settings, which may be expressions: bound what is kept. */
const MOST_KEPT = 64;
const kept = new Map<string, Formatters>();

/** Unknown languages are written in English, unknown zones in UTC. */
export const formatters = (language = 'en', timeZone = 'UTC'): Formatters => {
  const key = `${language}\n${timeZone}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = make(usableLanguage(language), usableZone(timeZone));
  kept.set(key, made);
  return made;
};

const usableLanguage = (language: string): string => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

const usableZone = (timeZone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

const make = (language: string, timeZone: string): Formatters => {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const date = { month: 'short', day: 'numeric', timeZoneName: 'short' } as const;
  const unit = (name: TimeUnit) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' });
  return {
    moment: zoneLast(new Intl.DateTimeFormat(language, { ...date, ...time })),
    clock: new Intl.DateTimeFormat(language, time).format,
    units: { day: unit('day'), hour: unit('hour'), minute: unit('minute'), second: unit('second') },
  };
};

/** Chinese would put the zone between date and time, where nobody writes it. */
const zoneLast = (format: Intl.DateTimeFormat): Formatters['moment'] => {
  const order = format.formatToParts(0).map(({ type }) => type);
  if (order.indexOf('timeZoneName') > order.indexOf('hour')) return format.format;
  return (time) => {
    const parts = format.formatToParts(time);
    const isZone = ({ type }: Intl.DateTimeFormatPart) => type === 'timeZoneName';
    const rest = parts.filter((part) => !isZone(part)).map(({ value }) => value);
    return `${rest.join('').replace(/\s+/g, ' ')} ${parts.find(isZone)?.value}`;
  };
};
