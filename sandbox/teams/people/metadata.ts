import { jsonText } from '../../judging/answers';
import type { Verdict, WireRequest } from '../../platform';
import { refuse, tell } from '../api/answer';
import type { SigningKeys } from './signing-keys';

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot */
const WELL_KNOWN = '/login/v1/.well-known';
const METADATA = `${WELL_KNOWN}/openidconfiguration`;
const KEYS = `${WELL_KNOWN}/keys`;

/** Who signs what bots are sent. */
export const ISSUER = 'https://api.botframework.com';

export const metadataAt = (origin: string): string => `${origin}/teams${METADATA}`;

export const isMetadata = (path: string): boolean => [METADATA, KEYS].includes(path);

/** What `https://login.botframework.com` tells bots: who signs, and with which keys. */
export function tellMetadata(
  { method, path }: WireRequest,
  keys: SigningKeys,
  origin: string,
): Verdict {
  if (method !== 'GET' && method !== 'HEAD') {
    return refuse({ code: 'MethodNotAllowed', reason: `Nothing is reached by ${method} here.` });
  }
  const told = path === KEYS ? { keys: keys.published() } : documentAt(origin);
  return {
    ...tell(told),
    answer: jsonText(200, told, { 'cache-control': 'public, max-age=86400' }),
  };
}

const documentAt = (origin: string) => ({
  issuer: ISSUER,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri: `${origin}/teams${KEYS}`,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});
