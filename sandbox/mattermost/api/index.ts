import type { Verdict, WireRequest } from '../../platform';
import { openDialog } from '../people/open-dialog';
import type { Server } from '../server';
import { type ApiError, refuse } from './answer';
import { authenticate } from './auth';
import type { BotRow } from './bots';
import { isId } from './ids';
import { routeTable } from './route-table';
import { routes } from './routes';

export const isApi = (path: string): boolean => path.startsWith('/api/');

/** What asks for no token. */
const open = routeTable([['POST', '/actions/dialogs/open', openDialog]]);

/** A path of the API holds no password; what nobody knows might. */
export const isKnown = (path: string): boolean => routes.knows(path) || open.knows(path);

/** The API of version 4, as far as a bot needs it. */
export function judgeApi(server: Server, request: WireRequest): Verdict {
  const { posts, channels, settings } = server;
  const { method: verb, query, body } = request;
  const path = decoded(request.path);
  const opened = open.find(verb, path);
  if (opened) return opened.method(server, body);
  const route = routes.find(verb, path);
  if (!route) return refuse(NO_ROUTE);
  const session = authenticate(request);
  if (!('bot' in session)) return refuse(session);
  const { bot } = session;
  const params = withMe(route.params, bot);
  const error = idError(params);
  if (error) return refuse(error);
  return route.method({ bot, params, query, body, posts, channels, now: settings.now() });
}

const NO_ROUTE: ApiError = {
  id: 'api.context.404.app_error',
  reason: 'The sandbox knows no such method of the API.',
};

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function withMe(params: Record<string, string>, bot: BotRow): Record<string, string> {
  return params.user_id === 'me' ? { ...params, user_id: bot.id } : params;
}

function idError(params: Record<string, string>): ApiError | undefined {
  const wrong = Object.entries(params).find(
    ([name, value]) => name.endsWith('_id') && !isId(value),
  );
  if (!wrong) return undefined;
  const [name] = wrong;
  return { id: 'api.context.invalid_url_param.app_error', name, reason: `${name} is no id.` };
}
