import type { ChatReceiver, ChatSettings, Verdict, WireRequest } from '../../platform';
import { type ApiError, refuse } from './answer';
import { authenticate } from './auth';
import type { BotRow } from './bots';
import { Channels } from './channels';
import { isId } from './ids';
import { Posts } from './posts';
import { routeOf } from './routes';

export const isApi = (path: string): boolean => path.startsWith('/api/');

/** The API of version 4, as far as a bot needs it. */
export function createApi({ now }: ChatSettings): ChatReceiver {
  const posts = new Posts();
  const channels = new Channels();

  function judge(request: WireRequest): Verdict {
    const route = routeOf(request.method, decoded(request.path));
    if (!route) return refuse(NO_ROUTE);
    const session = authenticate(request);
    if (!('bot' in session)) return refuse(session);
    const { bot } = session;
    const params = withMe(route.params, bot);
    const error = idError(params);
    if (error) return refuse(error);
    const { query, body } = request;
    return route.method({ bot, params, query, body, posts, channels, now: now() });
  }

  function reset(): void {
    posts.clear();
    channels.clear();
  }

  return { judge, reset };
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
