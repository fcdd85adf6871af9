import { mediaType } from '../http/headers';
import type { InboundRequest } from '../http/types';

/** Far above any alert; a body is held in memory until it is verified. */
export const LARGEST_BODY_BYTES = 1024 * 1024;

export type DecodedBody =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly status: 400 | 413;
      readonly code: string;
      readonly reason: string;
    };

/** JSON in UTF-8, or a form whose field `payload` holds JSON. `maxBytes` defaults to 1 MiB. */
export const decodeBody = (
  { headers, rawBody }: InboundRequest,
  maxBytes: number = LARGEST_BODY_BYTES,
): DecodedBody => {
  const bytes = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody;
  if (bytes.byteLength > maxBytes) {
    return {
      ok: false,
      status: 413,
      code: 'webhook.body_too_large',
      reason: `The body has ${bytes.byteLength} bytes; at most ${maxBytes} are taken.`,
    };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return refuse('not_utf8', 'The body is not UTF-8.');
  const json =
    mediaType(headers) === 'application/x-www-form-urlencoded' ? formPayload(text) : text;
  if (json.trim() === '') return refuse('empty_body', 'The body is empty.');
  return parseJson(json);
};

const formPayload = (text: string): string => new URLSearchParams(text).get('payload') ?? text;

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The engine's own words about broken JSON quote the body, so they go no further. */
const parseJson = (json: string): DecodedBody => {
  try {
    return { ok: true, body: JSON.parse(json) };
  } catch {
    return refuse('not_json', 'The body is not JSON.');
  }
};

const refuse = (name: string, reason: string): DecodedBody => ({
  ok: false,
  status: 400,
  code: `webhook.${name}`,
  reason,
});
