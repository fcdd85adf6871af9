import { cleanLine, cleanLines } from './clean';

/** How one place of one chat's message writes untrusted text. */
export interface Writing {
  /** Global; finds what cannot stand as it is. Must be linear and never match nothing. */
  readonly special: RegExp;
  /** What stands there instead; never split when the text is cut. */
  readonly rewrite: (match: string, index: number, text: string) => string;
  readonly lines: 'one' | 'many';
}

export interface Written {
  readonly text: string;
  readonly cut: boolean;
}

/** Writes untrusted text in one way; `limit` in UTF-16 units. */
export type Write = (raw: string, limit: number) => Written;

/** What has no escape is taken apart by a zero-width space. */
export const GAP = '\u200b';

/** Finds all of them in one pass. */
export const anyOf = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'gimu');

const MARKER = '…';

/** A person sees one character: the longest emoji sequences are below this many UTF-16 units. */
const LONGEST_GRAPHEME = 40;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Untrusted text as it may stand in a message: cleaned, escaped, and at most `limit` UTF-16 units
 * long after escaping, the cut mark included. Cuts between characters as people see them. The cost
 * is bounded by the limit, not by the text.
 */
export const write = (raw: string, limit: number, writing: Writing): Written => {
  const most = limit * 4 + 64;
  const window = raw.length > most ? raw.slice(0, most) : raw;
  const text = writing.lines === 'one' ? cleanLine(window) : cleanLines(window);
  const whole = encode(text, limit, writing);
  if (whole.end === text.length && window === raw) return { text: whole.out, cut: false };
  if (limit < MARKER.length) return { text: '', cut: true };
  const room = limit - MARKER.length;
  const end = boundary(text, encode(text, room, writing).end);
  return { text: encode(text.slice(0, end), room, writing).out.trimEnd() + MARKER, cut: true };
};

/** Escapes from the start for as long as it fits; `end` is where in the text it stopped. */
const encode = (text: string, limit: number, { special, rewrite }: Writing) => {
  let out = '';
  let at = 0;
  special.lastIndex = 0;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const run = match.index - at;
    if (out.length + run > limit) break;
    out += text.slice(at, match.index);
    at = match.index;
    const piece = rewrite(match[0], at, text);
    if (out.length + piece.length > limit) return { out, end: at };
    out += piece;
    at += match[0].length;
  }
  const rest = wholeCharacters(text.slice(at), limit - out.length);
  return { out: out + rest, end: at + rest.length };
};

const wholeCharacters = (text: string, length: number): string => {
  const kept = text.slice(0, length);
  return kept.isWellFormed() ? kept : kept.slice(0, -1);
};

/** The last place at or before `end` where no character as people see it is split. */
const boundary = (text: string, end: number): number => {
  if (end >= text.length) return end;
  const start = graphemes.segment(text).containing(end)?.index ?? end;
  return end - start > LONGEST_GRAPHEME ? end : start;
};
