import type { WireRequest } from '../../platform';
import type { ApiError } from './answer';
import type { BotRow } from './bots';
import { CONNECTOR } from './login';
import type { Tokens } from './login/tokens';

/** Which bot asks; a token of a tenant the bot is not registered in is good for nothing. */
export function authenticate(
  { headers }: WireRequest,
  tokens: Tokens,
  now: number,
): { bot: BotRow } | ApiError {
  const token = /^bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (!token) return denied('No token was sent as Authorization: Bearer ….');
  const grant = tokens.find(token);
  if (!grant) return denied('The login of the sandbox gave out no such token.');
  if (grant.expiresAt <= now) return denied('The token has expired.');
  if (grant.audience !== CONNECTOR) return denied(`The token is for ${grant.audience}.`);
  const { bot, tenant } = grant;
  if (!bot.accepted.includes(tenant)) return denied(`The token is of the tenant ${tenant}.`);
  if (bot.refusal) return { code: bot.refusal, reason: bot.note };
  return { bot };
}

function denied(reason: string): ApiError {
  return { code: 'Unauthorized', reason };
}
