import { isRecord } from '../alert/untrusted';
import type { InboundRequest } from '../http/types';

/** The bytes as they came over the wire: what signatures are made over. */
export const bytesIn = ({ rawBody }: InboundRequest): Uint8Array =>
  typeof rawBody === 'string' ? Buffer.from(rawBody) : rawBody;

/** Undefined where the bytes are no UTF-8. */
export const textIn = (request: InboundRequest): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesIn(request));
  } catch {
    return undefined;
  }
};

/** A body that is one JSON object; undefined for everything else. */
export const jsonIn = (request: InboundRequest): Readonly<Record<string, unknown>> | undefined => {
  const body = parsed(textIn(request) ?? '');
  return isRecord(body) ? body : undefined;
};

/** The value of a JSON text; undefined where it is none. */
export const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};
