import { decodeJson, mediaTypeOf } from '../../judging/decode';
import type { JsonObject } from '../../judging/shape';
import type { ApiError } from './answer';
import type { Call } from './call';

/** A body as JSON, or why the connector cannot read it. */
export function readBody({ headers, body }: Call): { value: JsonObject } | { error: ApiError } {
  const mediaType = mediaTypeOf(headers);
  if (mediaType !== 'application/json') {
    const reason = `The content type is ${mediaType || 'missing'}, not application/json.`;
    return { error: { code: 'UnsupportedMediaType', reason } };
  }
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return { error: { code: 'BadSyntax', reason: decoded.flaw } };
  return { value: decoded.payload };
}
