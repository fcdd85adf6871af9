import { plainText } from '../judging/answers';
import { shownQuery } from '../judging/shown-query';
import type { Address, ChatPlatform } from '../platform';
import { channelNamedIn, isApi, rateLimited } from './api';
import { botsAt } from './api/bots';
import { hooks } from './hooks';
import { createJudge } from './judge';

export const slack: ChatPlatform = {
  id: 'slack',
  title: 'Slack',
  hooks: hooks.list,
  bots: botsAt,
  channelOf: (request) =>
    isApi(request.path) ? channelNamedIn(request) : hooks.find(request)?.channel,
  redact,
  rateLimited: (retryAfter, { path }) =>
    isApi(path)
      ? rateLimited(retryAfter)
      : plainText(429, 'rate_limited', { 'retry-after': retryAfter }),
  open: createJudge,
};

function redact({ path, query }: Address): string {
  if (/^\/api\/[A-Za-z.]+$/.test(path)) {
    return path + shownQuery(query, { open: ['channel', 'ts'], secret: ['token'] });
  }
  return shownPath(path) + shownQuery(query, { open: [], secret: [] });
}

function shownPath(path: string): string {
  return path
    .replace(/^(\/services\/[^/]*\/[^/]*\/).*/, '$1…')
    .replace(/^(\/(?:actions|commands)\/[^/]*\/).*/, '$1…')
    .replace(/^(?!\/(?:services|actions|commands)\/).+/, '/…');
}
