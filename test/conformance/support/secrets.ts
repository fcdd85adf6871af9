import { expect } from '@jest/globals';
import type { Credential } from '../../../core/http/types';

/** Shorter parts are names that many share. */
const SHORTEST = 9;

/** Everything of a credential that nobody else may see, as it is and as it may be spelled. */
export const spellingsOf = (credential: Credential, open: readonly string[]): string[] => {
  const parts = Object.values(credential).flatMap((value) => [value, ...partsOf(value)]);
  const secret = parts.filter(
    (part) =>
      part.length >= SHORTEST && !isNumber(part) && !open.some((word) => word.includes(part)),
  );
  return [...new Set(secret.flatMap(spellings))];
};

export const expectNoSecret = (shown: unknown, secrets: readonly string[]): void => {
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
};

/** As the time of a signature is. */
const isNumber = (part: string): boolean => /^\d+$/.test(part);

const partsOf = (value: string): string[] => {
  if (!URL.canParse(value)) return [];
  const { pathname, search, searchParams } = new URL(value);
  return [pathname, search, ...pathname.split('/'), ...searchParams.values()];
};

const spellings = (part: string): string[] => [
  part,
  encodeURIComponent(part),
  JSON.stringify(part).slice(1, -1),
  Buffer.from(part).toString('base64').replace(/=+$/, ''),
];
