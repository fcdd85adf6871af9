import { jsonText } from '../../../judging/answers';
import { mediaTypeOf, utf8 } from '../../../judging/decode';
import type { Verdict, WireRequest } from '../../../platform';
import { BOTS, type BotRow } from '../bots';
import { MANY_TENANTS, OTHER_TENANT, TENANT } from '../world';
import { HEADERS, type LoginError, refuseLogin } from './answer';
import { LIFETIME_SECONDS, type Tokens } from './tokens';

const TENANTS = [TENANT, OTHER_TENANT, MANY_TENANTS];
const PATH = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;

/** What a token for bots is for: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const CONNECTOR = 'https://api.botframework.com';
/** Whom one may ask for a token, too; the connector does not take it. */
const GRAPH = 'https://graph.microsoft.com';

export const isLogin = (path: string): boolean => PATH.test(path);

/** `POST /{tenant}/oauth2/v2.0/token`, as far as client credentials need it. */
export function logIn(request: WireRequest, tokens: Tokens, now: number): Verdict {
  const [, tenant = ''] = PATH.exec(request.path) ?? [];
  const form = formOf(request);
  const shown = Object.fromEntries(form);
  if ('client_secret' in shown) shown.client_secret = '…';
  const refuse = (error: LoginError) => refuseLogin(error, shown, now);
  if (request.method !== 'POST') return refuse({ code: 'AADSTS900561', words: [request.method] });
  const error = tenantError(tenant) ?? grantError(form);
  if (error) return refuse(error);
  const found = appOf(form, tenant);
  if ('code' in found) return refuse(found);
  const audience = audienceOf(form.get('scope') ?? '', tenant);
  if (typeof audience !== 'string') return refuse(audience);
  const token = tokens.issue({ bot: found, tenant: tenant.toLowerCase(), audience }, now);
  return { verdict: 'accepted', payload: shown, answer: granted(token) };
}

/** A body of another type is as good as none. */
function formOf({ headers, body }: WireRequest): URLSearchParams {
  const isForm = mediaTypeOf(headers) === 'application/x-www-form-urlencoded';
  return new URLSearchParams(isForm ? utf8(body) : '');
}

function tenantError(tenant: string): LoginError | undefined {
  if (TENANTS.includes(tenant.toLowerCase())) return undefined;
  const possible = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
  return { code: possible.test(tenant) ? 'AADSTS90002' : 'AADSTS900023', words: [tenant] };
}

function grantError(form: URLSearchParams): LoginError | undefined {
  for (const name of ['grant_type', 'client_id', 'scope']) {
    if (!form.get(name)) return { code: 'AADSTS900144', words: [name] };
  }
  const grant = form.get('grant_type') ?? '';
  return grant === 'client_credentials' ? undefined : { code: 'AADSTS70003', words: [grant] };
}

function appOf(form: URLSearchParams, tenant: string): BotRow | LoginError {
  const id = form.get('client_id') ?? '';
  const bot = BOTS.find(({ appId }) => appId === id.toLowerCase());
  if (!bot?.tenants.includes(tenant.toLowerCase())) {
    return { code: 'AADSTS700016', words: [id, tenant] };
  }
  const secret = form.get('client_secret');
  if (!secret) return { code: 'AADSTS7000216' };
  if (secret !== bot.secret) return { code: 'AADSTS7000215', words: [id] };
  return bot.secretRefusal ? { code: bot.secretRefusal, words: [id] } : bot;
}

function audienceOf(scope: string, tenant: string): string | LoginError {
  if (!scope.endsWith('/.default')) return { code: 'AADSTS1002012', words: [scope] };
  const resource = scope.replace(/\/\.default$/, '');
  return [CONNECTOR, GRAPH].includes(resource)
    ? resource
    : { code: 'AADSTS500011', words: [resource, tenant] };
}

function granted(token: string) {
  const bodyWith = (access_token: string) => ({
    token_type: 'Bearer',
    expires_in: LIFETIME_SECONDS,
    ext_expires_in: LIFETIME_SECONDS,
    access_token,
  });
  return {
    ...jsonText(200, bodyWith(token), HEADERS),
    shown: JSON.stringify(bodyWith('…')),
  };
}
