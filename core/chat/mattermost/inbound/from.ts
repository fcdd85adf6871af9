import type { AnswerRef, ChatChannel, ChatUser } from '../../../alert/command';
import { toIso } from '../../../alert/time';
import { text } from '../../../alert/untrusted';
import type { InboundSetup } from '../../../answers/inbound';
import { seal } from '../../../answers/seal';
import type { MessageRef } from '../../../http/outcome';
import { isId, nameOf } from '../api-answer';
import { accepts } from './address';

/** An address for answers works for so long: https://docs.mattermost.com/developers/integrate/slash-commands/custom */
const ANSWER_MS = 30 * 60_000;

/** Who did it, where, and how to say something to that person alone. */
export interface From {
  readonly chat: 'mattermost';
  readonly user: ChatUser;
  readonly channel?: ChatChannel;
  readonly answer: AnswerRef;
}

type Fields = Readonly<Record<string, unknown>>;

/** Undefined where nobody did it. The names of the fields are the same for clicks and commands. */
export const fromWhom = (
  { user_id, user_name, channel_id, channel_name, post_id, root_id, response_url: url }: Fields,
  { credential, keys, clock }: Pick<InboundSetup, 'credential' | 'keys' | 'clock'>,
): From | undefined => {
  if (!isId(user_id)) return undefined;
  const channel = isId(channel_id) ? placeOf(channel_id, channel_name) : undefined;
  const thread = messageAt(channel_id, post_id ?? root_id);
  const good = typeof url === 'string' && accepts(url, credential) ? url : undefined;
  const until = toIso(clock.now() + ANSWER_MS);
  return {
    chat: 'mattermost',
    user: { id: user_id, ...(text(user_name) && { name: nameOf(user_name, user_id) }) },
    ...(channel && { channel }),
    answer: {
      person: user_id,
      ...(channel && { channel: channel.id }),
      ...(thread && { thread }),
      ...(good && { sealed: seal(good, keys), ...(until && { until }) }),
    },
  };
};

const placeOf = (id: string, name: unknown): ChatChannel => ({
  id,
  ...(text(name) && { name: nameOf(name, id) }),
});

const messageAt = (channel: unknown, message: unknown): MessageRef | undefined =>
  isId(channel) && isId(message) ? { chat: 'mattermost', channel, message } : undefined;
