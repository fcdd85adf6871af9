import { record } from '../../alert/untrusted';
import type { MessageRef, Outcome } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import { askApi, tellApi } from '../api';
import type { Place, Rendered } from '../platform';
import { isId, readApi, vague } from './api-answer';
import { problem } from './bot-errors';
import { API, channelAt, personCalled } from './places';
import { whyNotChanged, whyNotPosted } from './refused';

type Payload = Rendered['payload'];

export function* post(payload: Payload, to: Place, key: string): Steps<Outcome> {
  const place = yield* channelAt(to);
  return 'id' in place ? yield* create(payload, place.id, key) : place.trouble;
}

/** An answer cannot be urgent: https://github.com/mattermost/mattermost/blob/master/server/channels/app/post_permission_utils.go */
export function* reply(
  { metadata: _, ...payload }: Payload,
  { channel, message }: MessageRef,
  key: string,
): Steps<Outcome> {
  if (!isId(channel) || !isId(message)) return NO_REF;
  return yield* create({ ...payload, root_id: message }, channel, key);
}

/**
 * For 30 s the server makes no second post with the same `pending_post_id`:
 * https://github.com/mattermost/mattermost/blob/master/server/channels/app/post.go
 */
function* create({ silent, ...payload }: Payload, channel: string, key: string): Steps<Outcome> {
  const path = `${API}/posts${silent === true ? '?silent=true' : ''}`;
  const body = { ...payload, channel_id: channel, pending_post_id: `${channel}:${key}` };
  const said = yield* ask(tellApi('POST', path, body), readApi);
  if (said.trouble) {
    return said.word === 'no_permission' ? yield* whyNotPosted(channel) : said.trouble;
  }
  const { id: message } = record(said.data);
  return isId(message) ? delivered({ chat: 'mattermost', channel, message }) : vague;
}

/** Not PATCH, and `props` are changed as a whole: what is not sent would stay. */
export function* update({ message, props = {} }: Payload, ref: MessageRef): Steps<Outcome> {
  if (!isId(ref.message)) return NO_REF;
  const request = tellApi('PUT', `${API}/posts/${ref.message}/patch`, { message, props });
  const said = yield* ask(request, readApi);
  if (!said.trouble) return delivered(ref);
  return said.word === 'no_permission' ? yield* whyNotChanged(ref.message) : said.trouble;
}

/** What hangs below it goes too. */
export function* remove(ref: MessageRef): Steps<Outcome> {
  if (!isId(ref.message)) return NO_REF;
  const request = { ...askApi(`${API}/posts/${ref.message}`), method: 'DELETE' } as const;
  const said = yield* ask(request, readApi);
  if (!said.trouble) return delivered(ref);
  return said.word === 'no_permission' ? yield* whyNotChanged(ref.message) : said.trouble;
}

/** Nobody can change it later, so there is no ref. */
export function* whisper(
  { message, props }: Payload,
  to: { readonly channel: string; readonly person: string },
): Steps<Outcome> {
  const channel = yield* channelAt({ channel: to.channel });
  if (!('id' in channel)) return channel.trouble;
  const person = yield* personCalled(to.person);
  if (!('id' in person)) return person.trouble;
  const body = { user_id: person.id, post: { channel_id: channel.id, message, props } };
  const said = yield* ask(tellApi('POST', `${API}/posts/ephemeral`, body), readApi);
  if (!said.trouble) return { kind: 'delivered' };
  if (said.word !== 'no_permission') return said.trouble;
  return { kind: 'rejected', problem: problem('whisper_not_allowed') };
}

const delivered = (ref: MessageRef): Outcome => ({ kind: 'delivered', ref });

const NO_REF: Outcome = { kind: 'rejected', problem: problem('bad_message_ref') };
