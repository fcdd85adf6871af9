import type { MessageRef } from '../../http/outcome';
import type { Problem } from '../../problem';
import type { Place } from '../platform';
import { webAddress } from '../web-link';

/** Where a thread in a channel, or a chat with one person, begins. */
export const NEW_CONVERSATION = '/v3/conversations';

/** `19:…@thread.tacv2`, group chats and chats with one person (`a:…`), and threads below them. */
const CONVERSATION = /^(?:19|a|48):[\w.:@=+/-]{1,400}(?:;messageid=\d{1,30})?$/;
/** Channels of a team, which hold threads; in chats everything stands in one row. */
const CHANNEL = /@thread\.(?:tacv2|skype)$/;
const THREAD = /;messageid=\d+$/;
const ACTIVITY = /^[\w:|@=+-]{1,200}$/;

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** As Teams names a person to one bot. */
const ACCOUNT = /^29:[\w-]{1,300}$/;
const ADDRESS = /^[^\s@/?#]{1,64}@[^\s@/?#]{1,255}$/;

/** The ID of a channel or chat; also from the link to it that Teams copies. */
export const conversationOf = (written: string): string | undefined => {
  const id = webAddress(written) ? idInLink(written) : written.trim();
  return id !== undefined && CONVERSATION.test(id) ? id : undefined;
};

/**
 * `https://teams.microsoft.com/l/channel/19%3A…%40thread.tacv2/Alerts?groupId=…`; the link to a team
 * holds the ID of its General channel.
 */
const idInLink = (link: string): string | undefined => {
  const [, encoded] = /\/l\/(?:channel|chat|message|team)\/([^/?#]{1,600})/i.exec(link) ?? [];
  if (encoded === undefined) return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
};

export const holdsThreads = (conversation: string): boolean => CHANNEL.test(conversation);

/** As Microsoft Entra names a person. */
export const objectIdOf = (written: string): string | undefined =>
  OBJECT_ID.test(written.trim()) ? written.trim() : undefined;

/** A person as Teams takes one for a chat: e-mail addresses it does not. */
export const personOf = (written: string): string | undefined => {
  const id = written.trim();
  return OBJECT_ID.test(id) || ACCOUNT.test(id) ? id : undefined;
};

export const addressOf = (written: string): string | undefined => {
  const address = written.trim().toWellFormed();
  return ADDRESS.test(address) ? address : undefined;
};

/** A person as the members of a channel can be asked for. */
export const memberOf = (written: string): string | undefined =>
  personOf(written) ?? addressOf(written);

export const isAccount = (person: string): boolean => ACCOUNT.test(person);

export const activitiesOf = (conversation: string, service = ''): string =>
  `${service.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversation)}/activities`;

export const memberIn = (conversation: string, member: string, service = ''): string =>
  `${service.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversation)}/members/${encodeURIComponent(member)}`;

export const membersOf = (conversation: string): string =>
  `/v3/conversations/${encodeURIComponent(conversation)}/pagedmembers`;

/** The ID of a team is that of its General channel. */
export const channelsOf = (team: string): string =>
  `/v3/teams/${encodeURIComponent(team)}/conversations`;

/** Where a message is, and where replies to it go. */
export interface Standing {
  readonly activity: string;
  readonly replies: string;
  readonly conversation: string;
  readonly service: string | undefined;
}

/** Undefined where the ref is none of a message that a bot posted here. */
export const standingOf = ({ chat, channel = '', message, service }: MessageRef) => {
  const conversation = conversationOf(channel);
  if (chat !== 'teams' || conversation === undefined || !ACTIVITY.test(message)) return undefined;
  if (service !== undefined && !webAddress(service)) return undefined;
  const thread = holdsThreads(conversation) ? `${conversation};messageid=${message}` : conversation;
  const standing: Standing = {
    activity: `${activitiesOf(conversation, service)}/${encodeURIComponent(message)}`,
    replies: activitiesOf(thread, service),
    conversation: thread,
    service,
  };
  return standing;
};

/** A channel's own ID, where the conversation is a thread in it. */
export const channelOf = (conversation: string): string => conversation.replace(THREAD, '');

/** As clicks and lines name it: a thread is in its channel. */
export const placeOf = (at: MessageRef | Place): string | undefined => {
  const conversation = 'person' in at ? undefined : conversationOf(at.channel ?? '');
  return conversation && channelOf(conversation);
};

const problem = (code: string, message: string, hint: string): Problem => ({
  code: `teams.${code}`,
  message,
  hint,
});

export const noChannel = problem(
  'bad_channel_id',
  'This is not the ID of a channel or chat in Teams.',
  'In Teams: … beside the channel → Copy link, and enter that link, or the part of it that looks like 19:…@thread.tacv2.',
);
export const noPerson = problem(
  'bad_person_id',
  'This is not a person as a bot can write to one.',
  'Enter the Microsoft Entra object ID of the person (entra.microsoft.com → Users → the person → Object ID); an e-mail address does not do.',
);
export const noMessage = problem(
  'bad_message_ref',
  'This does not say which message in Teams is meant.',
  'Use the messageRef from the output of the node that sent the message.',
);
export const noChat = problem(
  'cannot_start_chat',
  'Teams could not start a chat with this person.',
  'Compare the Microsoft Entra object ID of the person. A bot for many tenants (botframework.com) cannot start chats: register one for your tenant.',
);
