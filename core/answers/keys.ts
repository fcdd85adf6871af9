import { createHmac } from 'node:crypto';

/** What tells this installation's buttons from anybody else's; the previous one while it is rotated. */
export interface SigningKeys {
  readonly key: string;
  readonly previousKey?: string | undefined;
}

/** Shorter ones can be guessed. In characters. */
export const SHORTEST_KEY = 32;

export const hasKey = (keys: SigningKeys | undefined): keys is SigningKeys =>
  keys !== undefined && keys.key.length >= SHORTEST_KEY;

/** A key for one purpose: what is signed for one can never stand for another. */
export const keyFor = (key: string, purpose: string): Buffer =>
  createHmac('sha256', key).update(`alertwire\n${purpose}`).digest();

/** The current key first. */
export const keysFor = ({ key, previousKey }: SigningKeys, purpose: string): readonly Buffer[] =>
  [key, previousKey]
    .filter((one) => one !== undefined && one.length >= SHORTEST_KEY)
    .map((one) => keyFor(one as string, purpose));
