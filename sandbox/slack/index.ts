import { plainText } from '../judging/answers';
import { shownQuery } from '../judging/shown-query';
import type { ChatPlatform } from '../platform';
import { hooks } from './hooks';
import { createJudge } from './judge';

export const slack: ChatPlatform = {
  id: 'slack',
  title: 'Slack',
  hooks: hooks.list,
  channelOf: (address) => hooks.find(address)?.channel,
  redact: ({ path, query }) => shownPath(path) + shownQuery(query, { open: [], secret: [] }),
  rateLimited: (retryAfter) => plainText(429, 'rate_limited', { 'retry-after': retryAfter }),
  open: createJudge,
};

function shownPath(path: string): string {
  return path
    .replace(/^(\/services\/[^/]*\/[^/]*\/).*/, '$1…')
    .replace(/^(?!\/services\/).+/, '/…');
}
