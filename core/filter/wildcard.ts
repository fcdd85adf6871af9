/** Longest run between two `*`; it bounds the work per character of the text. */
export const LONGEST_RUN = 256;

/**
 * Does the whole text match a pattern of `*` (any characters, also none) and `?` (one character)?
 * Goes back only to the last `*`, so its time is the text times the longest run, never more.
 */
export const matchesWildcard = (pattern: readonly string[], text: string): boolean => {
  let at = 0;
  let next = 0;
  let star = -1;
  let afterStar = 0;
  while (at < text.length) {
    const width = widthAt(text, at);
    const expected = pattern[next];
    if (expected === '*') {
      star = next++;
      afterStar = at;
    } else if (expected !== undefined && fits(expected, text, at, width)) {
      next++;
      at += width;
    } else if (star >= 0) {
      next = star + 1;
      afterStar += 1;
      at = afterStar;
    } else return false;
  }
  return pattern.slice(next).every((rest) => rest === '*');
};

const fits = (expected: string, text: string, at: number, width: number): boolean =>
  expected === '?' || (expected.length === width && text.startsWith(expected, at));

/** Characters outside the basic plane take two places in a string. */
const widthAt = (text: string, at: number): number =>
  (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
