import { redact } from '../http/redact';
import type { Credential } from '../http/types';

/** Fields of a credential that anybody may read. */
const OPEN: ReadonlySet<string> = new Set(['baseUrl']);

/** What is shorter hides nothing, and would be found in every text. */
const SHORTEST = 4;

/** The same value with no secret in any of its texts. */
export const safe = <T>(value: T, credential: Credential | undefined, more: string[] = []): T => {
  const secrets = [
    ...Object.entries(credential ?? {}).flatMap(([name, secret]) => (OPEN.has(name) ? [] : secret)),
    ...more,
  ]
    .flatMap((secret) => [secret, secret.trim()])
    .filter(({ length }) => length >= SHORTEST);
  return clean(value, (text) => redact(text, secrets)) as T;
};

const clean = (value: unknown, text: (value: string) => string): unknown => {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((entry) => clean(entry, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clean(entry, text)]));
};
