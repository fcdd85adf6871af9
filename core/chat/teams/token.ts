import { text } from '../../alert/untrusted';
import { type Credential, type HttpAnswer, type HttpRequest, isFailure } from '../../http/types';
import { readBody } from '../body';
import type { TokenRules } from '../platform';
import { loginUrlOf, scopeOf } from './hosts';

/** Stands for the address of the tenant's own login. */
const PATH = '/oauth2/v2.0/token';

const TOKEN = /^[\x21-\x7e]{1,20000}$/;

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const tokenRequest: HttpRequest = {
  method: 'POST',
  url: PATH,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=client_credentials',
};

export const isTokenRequest = ({ url }: HttpRequest): boolean => url === PATH;

/** The secret goes to the login only, in a form. */
export const logIn = (credential: Credential): HttpRequest => {
  const { clientId = '', clientSecret = '', tenantId = '' } = credential;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId.trim(),
    client_secret: clientSecret.trim(),
    scope: scopeOf(credential),
  });
  const tenant = encodeURIComponent(tenantId.trim().toWellFormed());
  return {
    ...tokenRequest,
    url: `${loginUrlOf(credential)}/${tenant}${PATH}`,
    body: form.toString(),
  };
};

export const tokenIn = (answer: HttpAnswer): { value: string; seconds: number } | undefined => {
  if (isFailure(answer) || answer.status !== 200) return undefined;
  const { access_token: value, expires_in: lasts } = readBody(answer.body) ?? {};
  if (typeof value !== 'string' || !TOKEN.test(value)) return undefined;
  const seconds = Number(text(lasts) ?? 0);
  return { value, seconds: Math.max(seconds || 0, 0) };
};

export const tokens: TokenRules = {
  request: () => tokenRequest,
  read: (answer, now) => {
    const found = tokenIn(answer);
    return found && { value: found.value, expiresAt: now + found.seconds * 1000 };
  },
  apply: (request, token) => ({
    ...request,
    headers: { ...request.headers, authorization: `Bearer ${token}` },
  }),
  refused: (answer) => !isFailure(answer) && answer.status === 401,
};
