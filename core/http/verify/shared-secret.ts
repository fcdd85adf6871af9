import { createHash, timingSafeEqual } from 'node:crypto';
import { headerValues } from '../headers';
import type { InboundRequest } from '../types';

/** One secret that sender and receiver both know; the previous one is taken while it is rotated. */
export interface SharedSecret {
  readonly secret: string;
  readonly previousSecret?: string | undefined;
  /** Default `X-Alertwire-Secret`. */
  readonly headerName?: string | undefined;
}

export const DEFAULT_SECRET_HEADER = 'X-Alertwire-Secret';

/** Without a current secret nothing verifies, not even the previous one. */
export const hasSecret = (shared: SharedSecret | undefined): shared is SharedSecret =>
  isSet(shared?.secret);

/**
 * Is the secret there as Basic password, Bearer token, in the named header or as query value
 * `token`? Compares digests in constant time; of several values each counts.
 */
export const verifySharedSecret = (request: InboundRequest, shared: SharedSecret): boolean => {
  if (!hasSecret(shared)) return false;
  const known = [shared.secret, shared.previousSecret].filter(isSet).map((text) => digest(text));
  let verified = false;
  for (const candidate of candidates(request, shared.headerName)) {
    for (const secret of known) verified = timingSafeEqual(candidate, secret) || verified;
  }
  return verified;
};

const isSet = (secret: unknown): secret is string => typeof secret === 'string' && secret !== '';

const digest = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  createHash('sha256').update(text, encoding).digest();

const candidates = (request: InboundRequest, headerName: string | undefined) => {
  const authorization = headerValues(request.headers, 'authorization');
  const named = headerValues(request.headers, headerName?.trim() || DEFAULT_SECRET_HEADER);
  return [
    ...authorization.flatMap((value) => basicPassword(value) ?? []),
    ...[...authorization.flatMap((value) => bearerToken(value) ?? []), ...named].flatMap(onWire),
    ...[request.query.token].flat().flatMap((value) => (isSet(value) ? digest(value) : [])),
  ];
};

const bearerToken = (authorization: string): string | undefined =>
  /^bearer +(.+)$/i.exec(authorization)?.[1];

/** Everything after the first colon, as bytes: https://www.rfc-editor.org/rfc/rfc7617#section-2 */
const basicPassword = (authorization: string) => {
  const encoded = /^basic +(\S+)$/i.exec(authorization)?.[1];
  const bytes = encoded === undefined ? undefined : decodeBase64(encoded);
  const colon = bytes?.indexOf(':') ?? -1;
  return bytes === undefined || colon < 0 ? undefined : digest(bytes.slice(colon + 1), 'latin1');
};

/** One character per byte. */
const decodeBase64 = (encoded: string): string | undefined => {
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
};

/** Node reads header bytes as Latin-1, where a sender may have written UTF-8. */
const onWire = (value: string) =>
  [...value].some((character) => character > '\u007f')
    ? [digest(value), digest(value, 'latin1')]
    : [digest(value)];
