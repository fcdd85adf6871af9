import { isObject } from '../../judging/shape';

/** A body as it may be shown: where clicks go, and what they bring along, works as a password. */
export function concealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(concealed);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'integration');
  return Object.fromEntries(entries.map(([name, inner]) => [name, concealed(inner)]));
}

/** The same for an answer; what is no JSON holds no buttons. */
export function concealedJson(body: string): string {
  try {
    return JSON.stringify(concealed(JSON.parse(body)));
  } catch {
    return body;
  }
}

/** A context as it may be shown: the names stay, and what was picked. */
export function concealedContext(context: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(context).map(([name, value]) => [name, name === PICKED ? value : '…']),
  );
}

const PICKED = 'selected_option';
