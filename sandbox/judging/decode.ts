import type { IncomingHttpHeaders } from 'node:http';
import { flawOf } from './flaw';
import { isObject, type JsonObject } from './shape';

/** What stands in a body, or a sentence that says why nobody can read it. */
export type Decoded = { payload: JsonObject } | { flaw: string };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `application/json; charset=utf-8` → `application/json`; empty when the header is missing. */
export function mediaTypeOf(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The text of a body; undefined when it is not valid UTF-8. */
export function utf8(body: Buffer): string | undefined {
  try {
    return strictUtf8.decode(body);
  } catch {
    return undefined;
  }
}

/** A body that has to be one JSON object. */
export function decodeJson(body: Buffer): Decoded {
  const text = utf8(body);
  return text === undefined ? { flaw: 'The body is not valid UTF-8.' } : parseObject(text);
}

export function parseObject(text: string): Decoded {
  const payload = json(text);
  if (payload === undefined) return { flaw: 'The body is not JSON.' };
  if (!isObject(payload)) return { flaw: 'The body is not a JSON object.' };
  const flaw = flawOf(payload);
  return flaw === undefined ? { payload } : { flaw };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
