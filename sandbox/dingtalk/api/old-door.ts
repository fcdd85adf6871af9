import { jsonText } from '../../judging/answers';
import { textOf } from '../../judging/shape';
import type { Verdict, WireRequest } from '../../platform';
import { readOldBody } from './body';
import { requestId } from './ids';
import { oldMethods } from './methods';
import { badToken, type Inside } from './new-door';
import { type ApiCode, refuse } from './refusal';

/** The addresses under /topapi. Looking people up does not count for the calls of the month. */
export function createOldDoor({ tokens, world, pace }: Inside) {
  return (request: WireRequest): Verdict => {
    const { path, method: verb, query } = request;
    if (!path.startsWith('/topapi/')) return no('unknown_address', `The sandbox has no ${path}.`);
    const method = oldMethods.get(path);
    if (!method) return no('unknown_method', `The sandbox has no method ${path}.`);
    if (verb !== 'POST') return no('post_only', 'The method takes POST requests only.');
    const read = readOldBody(request);
    if ('objection' in read) return refuse(read.objection);
    const { access_token: inForm, ...args } = read.args;
    const token = query.get('access_token') ?? textOf(inForm);
    if (token === '') return no('token_missing', 'The query has no access_token.');
    const app = tokens.appOf(token);
    if (!app) return no('token_invalid', badToken(tokens, token));
    if (!app.scopes.includes(method.scope)) {
      return no('permission_missing', `${app.name} has not the permission ${method.scope}.`);
    }
    const tooMany = pace.call(app.name, path);
    if (tooMany) return refuse({ ...tooMany, answered: 'calls_too_fast' });
    const outcome = method.run({ app, args, world, pace });
    if ('objection' in outcome) return refuse(outcome.objection, args);
    const body = { errcode: 0, errmsg: 'ok', ...outcome.says, request_id: requestId() };
    return { verdict: 'accepted', payload: args, answer: jsonText(200, body) };
  };
}

const no = (code: ApiCode, reason: string): Verdict => refuse({ code, reason });
