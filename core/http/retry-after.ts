/** A wait longer than a day says nothing that a new attempt would not. */
export const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

const SECONDS = /^-?\d{1,15}(?:\.\d{1,9})?$/;
const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w -]{1,30} \d\d:\d\d:\d\d (GMT|\d{4})$/;

/**
 * A `Retry-After` header in ms: seconds or an HTTP date, never below 0, at most a day; undefined
 * for anything else. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export const retryAfterMs = (value: string | undefined, now: number): number | undefined => {
  const text = value?.trim() ?? '';
  if (SECONDS.test(text)) return bounded(Number(text) * 1000);
  const zone = HTTP_DATE.exec(text)?.[1];
  if (zone === undefined) return undefined;
  const date = Date.parse(zone === 'GMT' ? text : `${text} GMT`);
  return Number.isFinite(date) ? bounded(date - now) : undefined;
};

const bounded = (ms: number): number =>
  Math.min(Math.max(Math.ceil(ms), 0), LONGEST_RETRY_AFTER_MS);
