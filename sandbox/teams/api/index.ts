import type { Answer, ChatReceiver, ChatSettings, Verdict, WireRequest } from '../../platform';
import { isMetadata, tellMetadata } from '../people/metadata';
import { errorAnswer, refuse } from './answer';
import { authenticate } from './auth';
import { isLogin, logIn } from './login';
import { loginAnswer } from './login/answer';
import { Tokens } from './login/tokens';
import { openPace } from './rate';
import { isKnown, routeOf } from './routes';
import type { State } from './state';

export const isApi = (path: string): boolean =>
  isLogin(path) || isMetadata(path) || path.startsWith('/v3/');

/** May the path be shown as it is? The API takes its token in a header. */
export const isShown = (path: string): boolean =>
  isLogin(path) || isMetadata(path) || isKnown(path);

export function rateLimited(retryAfter: string, path: string, now: number): Answer {
  const headers = { 'retry-after': retryAfter };
  if (isLogin(path)) return loginAnswer({ code: 'rate_limited' }, now, headers);
  return errorAnswer({ code: 'rate_limited', reason: 'The rate is limited.', headers });
}

/** The Bot Connector as Teams serves it, and the endpoint of Microsoft Entra that gives its tokens. */
export function createApi(settings: ChatSettings, state: State): ChatReceiver {
  const tokens = new Tokens();
  const { activities, conversations, keys } = state;
  const pace = openPace(settings);

  function judge(request: WireRequest): Verdict {
    const now = settings.now();
    if (isLogin(request.path)) return logIn(request, tokens, now);
    if (isMetadata(request.path)) return tellMetadata(request, keys, settings.desk.origin);
    const route = routeOf(request.method, request.path);
    if (!route) return refuse(noRoute(request));
    const session = authenticate(request, tokens, now);
    if (!('bot' in session)) return refuse(session);
    const { query, headers, body } = request;
    const { bot } = session;
    const { params } = route;
    const call = { bot, params, query, headers, body, activities, conversations, pace, now };
    return route.method(call);
  }

  /** The tokens stay good. */
  function reset(): void {
    activities.clear();
    conversations.clear();
    pace.clear();
  }

  return { judge, reset };
}

function noRoute({ method, path }: WireRequest) {
  return isKnown(path)
    ? ({ code: 'MethodNotAllowed', reason: `Nothing is reached by ${method} here.` } as const)
    : ({ code: 'NotFound', reason: 'The sandbox knows no such method of the connector.' } as const);
}
