import { shownQuery } from '../judging/shown-query';
import type { ChatPlatform } from '../platform';
import { hooks } from './hooks';
import { createJudge } from './judge';
import { errorAnswer } from './refusal';

export const teams: ChatPlatform = {
  id: 'teams',
  title: 'Microsoft Teams',
  hooks: hooks.list,
  channelOf: (address) => hooks.find(address)?.channel,
  redact: ({ path, query }) =>
    shownPath(path) + shownQuery(query, { open: ['api-version', 'sp', 'sv'], secret: ['sig'] }),
  answersFirst: () => true,
  rateLimited: (retryAfter) =>
    errorAnswer(429, 'TooManyRequests', 'Rate limit is exceeded.', { 'retry-after': retryAfter }),
  open: createJudge,
};

/** The number of a flow opens nothing, but it belongs to somebody. */
function shownPath(path: string): string {
  const known =
    /^((?:\/powerautomate\/automations\/direct)?\/workflows\/)[^/]+(\/triggers\/[^/]+\/paths\/invoke)\/?$/;
  return known.test(path) ? path.replace(known, '$1…$2') : '/…';
}
