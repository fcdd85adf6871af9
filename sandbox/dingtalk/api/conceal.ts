import { isObject, type JsonObject } from '../../judging/shape';

/** The same with `…` for everything of these names. */
export function conceal(value: JsonObject, names: readonly string[]): JsonObject {
  const entries = Object.entries(value).map(([name, each]) => {
    if (names.includes(name)) return [name, '…'];
    return [name, isObject(each) ? conceal(each, names) : each];
  });
  return Object.fromEntries(entries);
}
