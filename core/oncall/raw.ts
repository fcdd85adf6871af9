import { isRecord } from '../alert/untrusted';

/** Keys under which on-call platforms send keys that let anybody raise alerts. */
const SECRET_KEYS: ReadonlySet<string> = new Set([
  'integrationKey',
  'integration_key',
  'apiKey',
  'api_key',
  'routing_key',
]);

/** Deeper bodies would exhaust the stack of whoever writes them down again. */
export const DEEPEST_RAW = 100;
const TOO_DEEP = '[nested too deeply]';

/** A deep copy of a body without the values of known secret keys. */
export const copyRaw = (value: unknown, depth = 0): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST_RAW) return TOO_DEEP;
  if (Array.isArray(value)) return value.map((entry) => copyRaw(entry, depth + 1));
  return isRecord(value) ? copyRecord(value, depth) : undefined;
};

const copyRecord = (value: Readonly<Record<string, unknown>>, depth: number) => {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (SECRET_KEYS.has(key)) continue;
    const entry = copyRaw(value[key], depth + 1);
    if (key === '__proto__') Object.defineProperty(copy, key, { value: entry, ...PLAIN });
    else copy[key] = entry;
  }
  return copy;
};

const PLAIN = { enumerable: true, configurable: true, writable: true };
