import { shownQuery } from '../judging/shown-query';
import type { ChatPlatform } from '../platform';
import { isApi, isShown, rateLimited } from './api';
import { channelNamedIn } from './api/about';
import { botsAt } from './api/list-bots';
import { hooks } from './hooks';
import { createJudge } from './judge';
import { errorAnswer } from './refusal';

export const teams: ChatPlatform = {
  id: 'teams',
  title: 'Microsoft Teams',
  hooks: hooks.list,
  bots: botsAt,
  channelOf: (request) =>
    isApi(request.path) ? channelNamedIn(request) : hooks.find(request)?.channel,
  redact: ({ path, query }) => shownPath(path) + shownQuery(query, QUERY),
  answersFirst: ({ path }) => !isApi(path),
  rateLimited: (retryAfter, { path }) =>
    isApi(path)
      ? rateLimited(retryAfter, path, Date.now())
      : errorAnswer(429, 'TooManyRequests', 'Rate limit is exceeded.', {
          'retry-after': retryAfter,
        }),
  open: createJudge,
};

const QUERY = {
  open: ['api-version', 'sp', 'sv', 'isTargetedActivity', 'pageSize', 'continuationToken'],
  secret: ['sig'],
};

/** The number of a flow opens nothing, but it belongs to somebody. */
function shownPath(path: string): string {
  if (isShown(path)) return path;
  const known =
    /^((?:\/powerautomate\/automations\/direct)?\/workflows\/)[^/]+(\/triggers\/[^/]+\/paths\/invoke)\/?$/;
  return known.test(path) ? path.replace(known, '$1…$2') : '/…';
}
