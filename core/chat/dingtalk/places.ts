import { digest } from '../../alert/digest';
import type { MessageRef } from '../../http/outcome';
import type { Problem } from '../../problem';
import type { Place } from '../platform';

/** Where a card can stand: https://open.dingtalk.com/document/development/create-and-deliver-cards */
export interface Space {
  readonly kind: 'IM_GROUP' | 'IM_ROBOT';
  /** An openConversationId, or a user ID. */
  readonly id: string;
}

const GROUP = /^cid[\w+/=-]{1,200}$/;
const USER = /^[A-Za-z0-9][\w.@-]{0,63}$/;
/** As the ref of a message to one person says it; a group is named as it is. */
const DIRECT = 'IM_ROBOT.';

/** What is not a card is named by DingTalk, and marked as such in a ref. */
const PLAIN = 'robot:';
const OUT_TRACK_ID = /^[A-Za-z0-9]{1,64}$/;
const QUERY_KEY = /^[\w+/=.-]{1,300}$/;

/** Undefined where it is no place: one ID may not become two. */
export const spaceOf = (to: Place): Space | undefined => {
  if ('person' in to) {
    const id = to.person.trim();
    return USER.test(id) ? { kind: 'IM_ROBOT', id } : undefined;
  }
  const id = to.channel.trim();
  return GROUP.test(id) ? { kind: 'IM_GROUP', id } : undefined;
};

/** The ID of a group; undefined for everything else. */
export const groupOf = (written = ''): string | undefined => spaceOf({ channel: written })?.id;

export const openSpaceId = ({ kind, id }: Space): string => `dtv1.card//${kind}.${id}`;

const channelOf = ({ kind, id }: Space): string => (kind === 'IM_GROUP' ? id : DIRECT + id);

const refTo = (space: Space, message: string): MessageRef => ({
  chat: 'dingtalk',
  channel: channelOf(space),
  message,
});

/** An app has each card once, wherever it stands: the same key in another place is another card. */
export const outTrackIdOf = (space: Space, key: string): string =>
  digest(openSpaceId(space), key).slice(0, 40);

export const cardRef = (space: Space, key: string): MessageRef =>
  refTo(space, outTrackIdOf(space, key));

export const plainRef = (space: Space, processQueryKey: string): MessageRef =>
  refTo(space, PLAIN + processQueryKey);

export interface Standing {
  readonly space: Space;
  readonly card?: string;
  readonly plain?: string;
}

/** Undefined where the ref is none of a message of a robot. */
export const standingOf = ({ chat, channel = '', message }: MessageRef): Standing | undefined => {
  const place = channel.startsWith(DIRECT) ? { person: channel.slice(DIRECT.length) } : { channel };
  const space = chat === 'dingtalk' ? spaceOf(place) : undefined;
  if (!space) return undefined;
  if (OUT_TRACK_ID.test(message)) return { space, card: message };
  const plain = message.slice(PLAIN.length);
  return message.startsWith(PLAIN) && QUERY_KEY.test(plain) ? { space, plain } : undefined;
};

const problem = (code: string, message: string, hint: string): Problem => ({
  code: `dingtalk.${code}`,
  message,
  hint,
});

export const noGroup = problem(
  'bad_group_id',
  'This is not the ID of a group.',
  'Enter the openConversationId of the group: it starts with cid. DingTalk tells it to the robot with every message from the group.',
);
export const noPerson = problem(
  'bad_user_id',
  'This is not the ID of a person.',
  'Enter the user ID, as the admin console shows it under Contacts; not the name or the mobile number.',
);
export const noMessage = problem(
  'bad_message_ref',
  'This does not say which message in DingTalk is meant.',
  'Use the messageRef from the output of the node that sent the message.',
);
