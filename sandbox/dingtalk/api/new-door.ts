import { jsonText } from '../../judging/answers';
import type { JsonObject } from '../../judging/shape';
import type { Verdict, WireRequest } from '../../platform';
import type { DingTalkApp } from './apps';
import { readBody } from './body';
import { conceal } from './conceal';
import { type Method, refused } from './method';
import { methods } from './methods';
import type { Pace } from './rate';
import { type ApiObjection, refuse } from './refusal';
import type { Tokens } from './tokens';
import type { World } from './world';

export interface Inside {
  tokens: Tokens;
  world: World;
  pace: Pace;
}

/**
 * The addresses under /v1.0: it looks at the address, the token, the calls of the month, the permission,
 * the rate, the body, the call. In which order DingTalk does is not documented.
 */
export function createNewDoor({ tokens, world, pace }: Inside) {
  return (request: WireRequest): Verdict => {
    const address = `${request.method} ${request.path}`;
    const method = methods.get(address);
    if (!method) {
      const reason = `The sandbox has no method ${address}.`;
      return refuse({ code: 'InvalidAction.NotFound', reason });
    }
    const found = appOf(tokens, request);
    if ('objection' in found) return refuse(found.objection);
    const { app } = found;
    const objection = accessObjection(app, method) ?? pace.call(app.name, address);
    if (objection) return refuse(objection);
    const read = readBody(request);
    if ('objection' in read) return refuse(read.objection);
    return run(method, { app, args: read.args, world, pace });
  };
}

function run(method: Method, call: Parameters<Method['run']>[0]): Verdict {
  const { hides = [] } = method;
  const payload: JsonObject = conceal(call.args, hides);
  const outcome = method.run(call);
  if ('objection' in outcome) return refuse(outcome.objection, payload);
  const { says, ...seen } = outcome;
  const shown = JSON.stringify(conceal(says, hides));
  return { verdict: 'accepted', ...seen, payload, answer: { ...jsonText(200, says), shown } };
}

function appOf(
  tokens: Tokens,
  { headers }: WireRequest,
): { app: DingTalkApp } | { objection: ApiObjection } {
  const token = String(headers['x-acs-dingtalk-access-token'] ?? '');
  if (token === '') {
    const reason = 'The request has no x-acs-dingtalk-access-token.';
    return refused('AuthenticationFailed.MissingParameter', reason);
  }
  const app = tokens.appOf(token);
  return app ? { app } : refused('InvalidAuthentication', badToken(tokens, token));
}

export function badToken(tokens: Tokens, token: string): string {
  return tokens.isKnown(token) ? 'The token has expired.' : 'No app was given this token.';
}

/** https://open.dingtalk.com/document/development/add-api-permission */
function accessObjection(app: DingTalkApp, { scope }: Method): ApiObjection | undefined {
  if (app.usedUp) return { code: 'Forbidden.AccessDenied.ApiCountLimitForOrg', reason: app.note };
  if (app.scopes.includes(scope)) return undefined;
  return {
    code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    reason: `${app.name} has not the permission ${scope}.`,
    says: { accessdenieddetail: { requiredScopes: [scope] } },
  };
}
