import type { AnswerRef, ChatChannel, ChatUser } from '../../../alert/command';
import { toIso } from '../../../alert/time';
import { record, text } from '../../../alert/untrusted';
import type { InboundSetup } from '../../../answers/inbound';
import { seal } from '../../../answers/seal';
import type { MessageRef } from '../../../http/outcome';
import { type Data, nameOf, refOf } from '../api-answer';
import { accepts } from './address';

/** An address for answers works for so long: https://docs.slack.dev/interactivity/handling-user-interaction */
const ANSWER_MS = 30 * 60_000;

/** Who did it, where, and how to say something to that person alone. */
export interface From {
  readonly chat: 'slack';
  readonly user: ChatUser;
  readonly channel?: ChatChannel;
  readonly answer: AnswerRef;
  /** The address behind `answer`. */
  readonly url?: string;
}

export interface Where {
  readonly user: { readonly id: unknown; readonly name?: unknown };
  readonly channel?: { readonly id: unknown; readonly name?: unknown };
  /** The message the answer belongs to. */
  readonly thread?: MessageRef | undefined;
  readonly url?: unknown;
}

/** Undefined where nobody did it. */
export const fromWhom = (
  { user, channel, thread, url }: Where,
  { credential, keys, clock }: Pick<InboundSetup, 'credential' | 'keys' | 'clock'>,
): From | undefined => {
  const id = idOf(user.id);
  if (id === undefined) return undefined;
  const place = channel && placeOf(channel);
  const good = typeof url === 'string' && accepts(url, credential) ? url : undefined;
  const until = toIso(clock.now() + ANSWER_MS);
  return {
    chat: 'slack',
    user: { id, ...(text(user.name) && { name: nameOf(user.name, id) }) },
    ...(place && { channel: place }),
    answer: {
      person: id,
      ...(place && { channel: place.id }),
      ...(thread && { thread }),
      ...(good && { sealed: seal(good, keys), ...(until && { until }) }),
    },
    ...(good && { url: good }),
  };
};

export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z0-9]{1,40}$/.test(value) ? value : undefined;

/** What Slack says in place of a name where a channel has none. */
const NAMELESS: readonly unknown[] = ['directmessage', 'privategroup'];

const placeOf = ({ id: given, name }: { id: unknown; name?: unknown }): ChatChannel | undefined => {
  const id = idOf(given);
  if (id === undefined) return undefined;
  const named = text(name) && !NAMELESS.includes(name);
  return { id, ...(named && { name: nameOf(name, id) }) };
};

/** The message with the button; what one person alone sees cannot be changed later. */
export const messageIn = (payload: Data): MessageRef | undefined => {
  const { message_ts, channel_id, is_ephemeral } = record(payload.container);
  if (is_ephemeral === true) return undefined;
  const channel = record(payload.channel).id ?? channel_id;
  return refOf(channel, message_ts ?? record(payload.message).ts);
};
