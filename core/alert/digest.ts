import { createHash } from 'node:crypto';

/** The same id for the same words: SHA-256 in hex. */
export const digest = (...parts: readonly (string | number | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
