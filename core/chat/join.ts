import type { Sentences } from '../i18n/index';

export interface Joined {
  readonly text: string;
  /** Parts that found no place. */
  readonly missing: number;
  readonly empty: boolean;
}

/** Room for `+ 12,345 more`, twice. */
const COUNTS = 60;

/**
 * As many of the parts as stand in `limit` UTF-16 units, with a place left to say how many of `all`
 * are missing.
 */
export const joinParts = (
  parts: readonly string[],
  separator: string,
  all: number,
  limit: number,
  s: Sentences,
): Joined => {
  const kept: string[] = [];
  let room = limit - COUNTS;
  for (const part of parts) {
    room -= part.length + separator.length;
    if (room < 0) break;
    kept.push(part);
  }
  const missing = all - kept.length;
  const shown = missing > 0 ? [...kept, s.andMore({ count: missing })] : kept;
  return { text: shown.join(separator), missing, empty: kept.length === 0 };
};

/** The texts that say something. */
export const joinTexts = (texts: readonly string[], separator: string): string =>
  texts.filter((text) => text !== '').join(separator);
