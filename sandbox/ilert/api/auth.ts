import { ada, type Person } from '../../oncall/people';
import type { WireRequest } from '../../platform';
import type { ApiError } from './answer';
import { keys, type Role } from './keys';
import type { Tokens } from './tokens';

export interface Session {
  /** What the rate is counted by; no secret. */
  id: string;
  owner: Person;
  role: Role;
}

/** The prefix `Bearer ` must be there: https://api.ilert.com/api-docs/#section/Authentication */
export function authenticate(
  { headers }: WireRequest,
  tokens: Tokens,
  now: number,
): Session | ApiError {
  const { authorization } = headers;
  if (!authorization) return unauthorized('no Authorization header was sent.');
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1];
  if (token === undefined) return unauthorized('the header does not begin with `Bearer `.');
  if (tokens.holds(token, now))
    return { id: `an app of ${ada.firstName}`, owner: ada, role: 'USER' };
  const key = keys.find(({ apiKey }) => apiKey === token);
  if (!key)
    return unauthorized('nobody has this key; GET /inspect/oncalls lists those that exist.');
  if (key.revoked) return unauthorized('the key was deleted.');
  return { id: `The key of ${key.owner.firstName}`, owner: key.owner, role: key.role };
}

const unauthorized = (reason: string): ApiError => ({ code: 'UNAUTHORIZED', reason });
