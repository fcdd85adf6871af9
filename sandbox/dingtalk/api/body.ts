import { decodeJson, mediaTypeOf, utf8 } from '../../judging/decode';
import { flawOf } from '../../judging/flaw';
import type { JsonObject } from '../../judging/shape';
import type { WireRequest } from '../../platform';
import type { ApiObjection } from './refusal';

type Read = { args: JsonObject } | { objection: ApiObjection };

/** The addresses under /v1.0 take JSON only; another body is none to them. */
export function readBody({ headers, body }: WireRequest): Read {
  if (mediaTypeOf(headers) !== 'application/json') {
    return missing('The content type is not application/json.');
  }
  const decoded = decodeJson(body);
  return 'flaw' in decoded ? missing(decoded.flaw) : { args: decoded.payload };
}

const missing = (reason: string): Read => ({ objection: { code: 'Missingbody', reason } });

/** The older ones take a form too, in which the token may stand. */
export function readOldBody({ headers, body }: WireRequest): Read {
  if (mediaTypeOf(headers) === 'application/json') {
    const decoded = decodeJson(body);
    return 'flaw' in decoded ? invalid(decoded.flaw) : { args: decoded.payload };
  }
  const text = utf8(body);
  if (text === undefined) return invalid('The form is not valid UTF-8.');
  const args = Object.fromEntries(new URLSearchParams(text));
  const flaw = flawOf(args);
  return flaw === undefined ? { args } : invalid(flaw);
}

const invalid = (reason: string): Read => ({ objection: { code: 'parameter_invalid', reason } });
