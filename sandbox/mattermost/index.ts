import { plainText } from '../judging/answers';
import { shownQuery } from '../judging/shown-query';
import type { ChatPlatform } from '../platform';
import { hooks } from './hooks';
import { createJudge } from './judge';
import { limitExceeded } from './rate';

export const mattermost: ChatPlatform = {
  id: 'mattermost',
  title: 'Mattermost',
  hooks: hooks.list,
  channelOf: (address) => hooks.find(address)?.channel,
  redact: ({ path, query }) => shownPath(path) + shownQuery(query, { open: [], secret: [] }),
  rateLimited: (retryAfter) => plainText(429, 'limit exceeded\n', limitExceeded(retryAfter)),
  open: createJudge,
};

function shownPath(path: string): string {
  return /^\/hooks\/./.test(path) ? '/hooks/…' : path.replace(/^\/.+/, '/…');
}
