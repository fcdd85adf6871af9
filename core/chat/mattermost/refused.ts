import { record } from '../../alert/untrusted';
import type { Outcome } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import { askApi } from '../api';
import { readApi } from './api-answer';
import { problem } from './bot-errors';
import { API } from './places';

/**
 * The server refuses what is not there in the words it has for what is not allowed; asking further
 * tells them apart.
 */
export function* whyNotPosted(channel: string): Steps<Outcome> {
  const found = yield* ask(askApi(`${API}/channels/${channel}`), readApi);
  if (found.trouble && found.word === 'channel_not_found') return rejected('channel_not_found');
  if (!found.trouble && Number(record(found.data).delete_at) > 0) return rejected('archived');
  const member = yield* ask(askApi(`${API}/channels/${channel}/members/me`), readApi);
  return rejected(member.trouble ? 'not_in_channel' : 'no_permission');
}

export function* whyNotChanged(post: string): Steps<Outcome> {
  const found = yield* ask(askApi(`${API}/posts/${post}`), readApi);
  if (!found.trouble) return rejected('no_permission');
  if (found.word === 'post_not_found') return found.trouble;
  return rejected(found.word === 'no_permission' ? 'not_in_channel' : 'no_permission');
}

const rejected = (word: Parameters<typeof problem>[0]): Outcome => ({
  kind: 'rejected',
  problem: problem(word),
});
