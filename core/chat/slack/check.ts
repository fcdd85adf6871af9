import { ask, type Steps } from '../../http/steps';
import type { Problem } from '../../problem';
import { tellApi } from '../api';
import { nameOf, readApi } from './api-answer';
import { missingScope } from './bot-errors';

/** What else the bot can do with a scope. Either of two is enough where both stand in a row. */
const USES: readonly (readonly [scopes: readonly string[], use: string])[] = [
  [['channels:join', 'chat:write.public'], 'posting to public channels it is not in'],
  [['channels:read'], 'listing public channels'],
  [['groups:read'], 'listing private channels'],
  [['users:read'], 'listing people'],
  [['users:read.email'], 'finding people by their e-mail address'],
  [['channels:history'], 'looking whether a message is there whose answer was lost'],
  [['groups:history'], 'the same in private channels'],
];

type Checked =
  | { readonly name: string; readonly unproven?: string }
  | { readonly problem: Problem };

/** https://docs.slack.dev/reference/methods/auth.test; the scopes stand in a header of the answer. */
export function* check(): Steps<Checked> {
  const said = yield* ask(tellApi('POST', '/auth.test', {}), readApi);
  if (!('data' in said)) return { problem: said.trouble.problem };
  const { user, team } = said.data;
  const name = `${nameOf(user, 'The bot')} · ${nameOf(team, 'Slack')}`;
  const scopes = said.headers['x-oauth-scopes']?.split(',').map((scope) => scope.trim());
  if (scopes === undefined) return { name };
  if (!scopes.includes('chat:write')) return { problem: missingScope('chat:write') };
  const unproven = lacking(scopes);
  return unproven === '' ? { name } : { name, unproven };
}

const lacking = (scopes: readonly string[]): string => {
  const missing = USES.filter(([any]) => !any.some((scope) => scopes.includes(scope)));
  const told = missing.map(([any, use]) => `${any.join(' or ')} (${use})`);
  return told.length === 0 ? '' : `Scopes the app does without: ${told.join(', ')}.`;
};
