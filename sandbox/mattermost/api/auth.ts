import type { WireRequest } from '../../platform';
import type { ApiError } from './answer';
import { BOTS, type BotRow } from './bots';

/**
 * Only OAuth apps may send their token in the query.
 * https://github.com/mattermost/mattermost/blob/master/server/channels/app/authentication.go
 */
export function authenticate({ headers, query }: WireRequest): { bot: BotRow } | ApiError {
  const inHeader = tokenIn(headers);
  const token = inHeader ?? query.get('access_token');
  if (!token) return expired('No token was sent as Authorization: Bearer ….');
  const bot = BOTS.find((one) => one.token === token);
  if (!bot) return expired('No bot has this token; GET /inspect/bots lists those that exist.');
  if (bot.revoked) return expired(bot.note);
  if (inHeader !== undefined) return { bot };
  return { id: 'api.context.token_provided.app_error', reason: 'The token stands in the query.' };
}

export function tokenIn({ authorization }: WireRequest['headers']): string | undefined {
  return /^(?:bearer|token) (.*)$/i.exec(authorization ?? '')?.[1];
}

export function expired(reason: string): ApiError {
  return { id: 'api.context.session_expired.app_error', reason };
}
