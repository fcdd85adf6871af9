import { text } from '../../../alert/untrusted';

/** Flashduty writes "none" as 0. */
export const idOf = (value: unknown): string | undefined =>
  value === 0 || value === '0' ? undefined : text(value);
