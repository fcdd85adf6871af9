const NEWLINES = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Nothing a reader could see, and everything that could turn a line around: C0 and C1 controls
 * but tab and newline, DEL, BOM, zero-width space, direction marks, overrides and isolates
 * (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), interlinear marks.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** No script stacks more marks on one letter; floods of them cover the lines above and below. */
const MARK_FLOOD = /(\p{M}{6})\p{M}+/gu;

const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_LINES = /^[\x20-\x7e\n]*$/;

/** Text with one kind of newline and nothing invisible; well-formed UTF-16. */
export const cleanLines = (raw: string): string => {
  const text = PLAIN_LINES.test(raw) ? raw : strip(raw);
  return text.replace(/\n{3,}/g, '\n\n').trim();
};

/** The same on one line. */
export const cleanLine = (raw: string): string => {
  const text = PLAIN.test(raw) ? raw : strip(raw);
  return text.replace(/\s+/g, ' ').trim();
};

const strip = (raw: string): string =>
  raw.toWellFormed().replace(NEWLINES, '\n').replace(INVISIBLE, '').replace(MARK_FLOOD, '$1');
