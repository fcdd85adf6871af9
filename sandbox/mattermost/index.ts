import { plainText } from '../judging/answers';
import { shownQuery } from '../judging/shown-query';
import type { ChatPlatform } from '../platform';
import { isApi, isKnown } from './api';
import { channelNamedIn } from './api/about';
import { botsAt } from './api/bots';
import { hooks } from './hooks';
import { createJudge } from './judge';
import { limitExceeded } from './rate';

export const mattermost: ChatPlatform = {
  id: 'mattermost',
  title: 'Mattermost',
  hooks: hooks.list,
  bots: botsAt,
  channelOf: (request) =>
    isApi(request.path) ? channelNamedIn(request) : hooks.find(request)?.channel,
  redact: ({ path, query }) => shownPath(path) + shownQuery(query, QUERY),
  rateLimited: (retryAfter) => plainText(429, 'limit exceeded\n', limitExceeded(retryAfter)),
  open: createJudge,
};

const QUERY = {
  open: ['include_deleted', 'permanent', 'set_online', 'silent', 'page', 'per_page'],
  secret: ['access_token'],
};

function shownPath(path: string): string {
  if (isKnown(path)) return path;
  if (/^\/hooks\/commands\/./.test(path)) return '/hooks/commands/…';
  return /^\/hooks\/./.test(path) ? '/hooks/…' : path.replace(/^\/.+/, '/…');
}
