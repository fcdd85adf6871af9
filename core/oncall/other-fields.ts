import { copyRaw } from './raw';

/** Facts that have no place of their own in an alert, under the platform's own names. */
export const otherFields = (
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => (fields[name] === undefined ? [] : [[name, copyRaw(fields[name])]])),
  );
