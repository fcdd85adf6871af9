import type { AlertEvent } from '../alert/event';

/** A compiled rule: undefined where the event holds, else a sentence that says why it fails. */
export type Check = (event: AlertEvent) => string | undefined;

const LONGEST_QUOTE = 80;

/** A value in a sentence: in quotation marks, shortened where it is long. */
export const quote = (value: string): string =>
  value.length <= LONGEST_QUOTE
    ? `"${value}"`
    : `"${value.slice(0, LONGEST_QUOTE - 1).toWellFormed()}…"`;

export const quoteAll = (values: readonly string[]): string => values.map(quote).join(', ');
