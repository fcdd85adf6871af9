import { isRecord } from '../../../alert/untrusted';
import { parsed } from '../../../answers/raw-body';
import { headerValues } from '../../../http/headers';
import type { InboundRequest } from '../../../http/types';

/** What a token says of itself, before anything of it is proven. */
export interface Unproven {
  readonly token: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

const LONGEST = 20_000;

export const hasToken = (request: InboundRequest): boolean =>
  headerValues(request.headers, 'authorization').length > 0;

/** One Bearer token of three parts; undefined for everything else. */
export const tokenIn = (request: InboundRequest): Unproven | undefined => {
  const [authorization = '', ...more] = headerValues(request.headers, 'authorization');
  if (more.length > 0 || authorization.length > LONGEST) return undefined;
  const [, token = ''] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? [];
  const [header, claims] = token.split('.').map(partOf);
  return isRecord(header) && isRecord(claims) ? { token, header, claims } : undefined;
};

const partOf = (part: string): unknown => parsed(Buffer.from(part, 'base64url').toString());
