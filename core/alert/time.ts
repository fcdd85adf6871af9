const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Platforms write "no time" as 0 or as the year 1; nothing later than this is a real time. */
const LATEST = Date.UTC(2200, 0, 1);

/** Stands where neither the sender nor the host said when. */
export const NO_TIME = new Date(0).toISOString();

/**
 * A time as ISO 8601 in UTC with milliseconds. Takes ISO 8601 with any number of fraction digits
 * (UTC where it names no zone) and numbers in s, ms, µs or ns; undefined for everything else.
 */
export const toIso = (value: unknown): string | undefined => {
  const ms = typeof value === 'number' ? fromNumber(value) : fromText(value);
  return ms >= 1 && ms < LATEST ? new Date(ms).toISOString() : undefined;
};

/** Each unit is a thousand times the last: seconds stay below 1e11 until the year 5138. */
const fromNumber = (value: number): number => {
  if (value < 1e11) return value * 1e3;
  if (value < 1e14) return value;
  return value < 1e17 ? value / 1e3 : value / 1e6;
};

const fromText = (value: unknown): number => {
  if (typeof value !== 'string' || value.length > 64) return Number.NaN;
  const text = value.trim();
  if (/^\d{1,20}(?:\.\d+)?$/.test(text)) return fromNumber(Number(text));
  const [, date, clock = '00:00', seconds = '00', fraction = '', zone = 'Z'] = ISO.exec(text) ?? [];
  if (date === undefined) return Number.NaN;
  return Date.parse(
    `${date}T${clock}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${full(zone)}`,
  );
};

/** `+02` and `+0200` as `+02:00`. */
const full = (zone: string): string => {
  if (zone.length === 1) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
};
