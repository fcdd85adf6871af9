import type { WireRequest } from '../platform';
import { flawOf } from './flaw';
import type { Objection } from './refusal';
import { isObject } from './shape';

type Decoded = { payload: Record<string, unknown> };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The message in a request body: JSON, or a form whose field `payload` is JSON. */
export function decode({ headers, body }: WireRequest): Decoded | Objection {
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const text = utf8(body);
  if (text === undefined) return invalid('The body is not valid UTF-8.');
  if (mediaType === 'application/json') return parse(text);
  if (mediaType !== 'application/x-www-form-urlencoded') {
    return invalid(`The content type is ${mediaType || 'missing'}; send JSON or a form.`);
  }
  const payload = new URLSearchParams(text).get('payload');
  return payload === null ? invalid('The form has no field named payload.') : parse(payload);
}

function parse(text: string): Decoded | Objection {
  const payload = json(text);
  if (payload === undefined) return invalid('The body is not JSON.');
  if (!isObject(payload)) return invalid('The body is not a JSON object.');
  const flaw = flawOf(payload);
  return flaw ? invalid(flaw) : { payload };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function utf8(body: Buffer): string | undefined {
  try {
    return strictUtf8.decode(body);
  } catch {
    return undefined;
  }
}

function invalid(reason: string): Objection {
  return { code: 'invalid_payload', reason };
}
