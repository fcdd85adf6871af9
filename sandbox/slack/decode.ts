import { type Decoded, decodeJson, mediaTypeOf, parseObject, utf8 } from '../judging/decode';
import type { WireRequest } from '../platform';

/** The message in a request body: JSON, or a form whose field `payload` is JSON. */
export function decode({ headers, body }: WireRequest): Decoded {
  const mediaType = mediaTypeOf(headers);
  if (mediaType === 'application/json') return decodeJson(body);
  if (mediaType === 'application/x-www-form-urlencoded') return decodeForm(body);
  return { flaw: `The content type is ${mediaType || 'missing'}; send JSON or a form.` };
}

function decodeForm(body: Buffer): Decoded {
  const text = utf8(body);
  if (text === undefined) return { flaw: 'The body is not valid UTF-8.' };
  const payload = new URLSearchParams(text).get('payload');
  return payload === null ? { flaw: 'The form has no field named payload.' } : parseObject(payload);
}
