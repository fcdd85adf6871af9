/** Longer than any chat shows; keeps the cost of a 10 MB field that of a long one. */
const LONGEST = 20_000;
const DEEPEST = 3;
const WIDEST = 40;

/** Anything as text people can read, at most `longest` UTF-16 units of it; never throws. */
export const asText = (value: unknown, longest = LONGEST): string =>
  flat(value, longest, 0).slice(0, longest).trim();

export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Like asText, but undefined where a reader would see nothing. */
export const asSeen = (value: unknown, longest?: number): string | undefined => {
  const text = asText(value, longest);
  return isBlank(text) ? undefined : text;
};

/** Hangul fillers and the empty Braille pattern are letters and symbols that draw nothing. */
const FILLERS = /[\u115f\u1160\u2800\u3164\uffa0]/g;

const isBlank = (text: string): boolean =>
  !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(FILLERS, ''));

const flat = (value: unknown, longest: number, depth: number): string => {
  switch (typeof value) {
    case 'string':
      return value.slice(0, longest);
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? '' : flatObject(value, longest, depth);
    default:
      return '';
  }
};

const flatObject = (value: object, longest: number, depth: number): string => {
  if (depth >= DEEPEST) return '…';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  const inner = (item: unknown) => flat(item, longest, depth + 1);
  const parts = Array.isArray(value)
    ? value.slice(0, WIDEST).map(inner)
    : Object.keys(value)
        .slice(0, WIDEST)
        .map((key) => `${key}: ${inner(asRecord(value)[key])}`);
  return parts.join(', ');
};
