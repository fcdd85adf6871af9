import type { JsonObject } from '../../judging/shape';
import type { Answer, ChatReceiver, ChatSettings, Verdict, WireRequest } from '../../platform';
import type { World } from '../world';
import { type Read, readArguments } from './arguments';
import { appOf } from './auth';
import { conversationCalled } from './conversations';
import type { Call, Method, Outcome } from './method';
import { methods } from './methods';
import { openPace } from './rate';
import { type Frame, framed, refuse } from './refusal';
import { scopeHeaders, scopeObjection } from './scopes';

const PREFIX = '/api/';
/** What the token of an app itself may do. */
const APP_SCOPES = ['connections:write'];
const BARE: Frame = { headers: {}, warnings: [] };

export const isApi = (path: string): boolean => path.startsWith(PREFIX);

/** The conversation a call is about, as the page calls it. */
export function channelNamedIn(request: WireRequest): string | undefined {
  const read = readArguments(request);
  if ('objection' in read) return undefined;
  const found = appOf(read.token);
  return conversationCalled(read.args.channel, 'app' in found ? found.app : undefined)?.name;
}

export function rateLimited(retryAfter: string): Answer {
  const headers = { 'retry-after': retryAfter };
  return refuse({ code: 'rate_limited', reason: 'The rate is limited.', headers }, BARE).answer;
}

/** Slack's Web API: it looks at the method, the body, the token, its scopes, the rate, the call. */
export function createApi(
  settings: ChatSettings,
  world: World,
): Pick<ChatReceiver, 'judge' | 'reset'> {
  const { workspace } = world;
  const pace = openPace(settings);

  function judge(request: WireRequest): Verdict {
    const name = request.path.slice(PREFIX.length);
    const method = methods.get(name);
    if (!method) {
      const reason = `The sandbox has no method ${JSON.stringify(name)}.`;
      return refuse({ code: 'unknown_method', reason, says: { req_method: name } }, BARE);
    }
    const read = readArguments(request);
    return 'objection' in read ? refuse(read.objection, BARE) : answer(name, method, read);
  }

  function answer(name: string, method: Method, { args, token, warnings }: Read): Verdict {
    const found = appOf(token, method);
    if ('objection' in found) return refuse(found.objection, { headers: {}, warnings }, args);
    const { app } = found;
    const granted = method.token === 'app' ? { scopes: APP_SCOPES } : app;
    const frame = { headers: scopeHeaders(granted, method), warnings };
    const objection =
      scopeObjection(granted, method) ??
      (method.rate && pace.enter(method.rate, `${name} of ${app.name}`));
    const call: Call = { app, args, workspace, world, pace };
    return verdict(objection ? { objection } : method.run(call), frame, args);
  }

  return { judge, reset: () => pace.clear() };
}

function verdict(outcome: Outcome, { headers, warnings }: Frame, payload: JsonObject): Verdict {
  if ('objection' in outcome) return refuse(outcome.objection, { headers, warnings }, payload);
  const { says, secret, warning, ...seen } = outcome;
  const all = warning === undefined ? warnings : [...warnings, warning];
  const answer = framed(200, { ok: true, ...says }, { headers, warnings: all });
  if (secret === undefined) return { verdict: 'accepted', ...seen, payload, answer };
  const shown = JSON.stringify({ ok: true, ...says, [secret]: '[redacted]' });
  return { verdict: 'accepted', ...seen, payload, answer: { ...answer, shown } };
}
