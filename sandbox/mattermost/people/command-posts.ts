import type { NewMessage } from '../../platform';
import { withoutIdentity } from '../api/changed';
import { isMember } from '../api/channels';
import { messageOf, pingsOfPost } from '../api/message';
import { newPost, withActionIds } from '../api/post';
import { typeError, validityError } from '../api/validity';
import { PEOPLE } from '../api/world';
import type { Server } from '../server';
import type { CommandAnswer, OneAnswer } from './command-answer';
import type { Place } from './command-hooks';
import { attachmentsFromSlack, fromSlack } from './slack-text';

/** What people see of the answer to a command, and why some of it could not be posted. */
export interface Posted {
  messages: NewMessage[];
  flaw?: string;
}

/** Each answer by itself; one that fails holds up no other. */
export function postCommandAnswer(server: Server, place: Place, told: CommandAnswer): Posted {
  const { extra_responses, ...first } = told;
  const all = [first, ...(extra_responses ?? [])].map((each) => postOne(server, place, each));
  const flaw = all.find((posted) => posted.flaw !== undefined)?.flaw;
  return {
    messages: all.flatMap(({ messages }) => messages),
    ...(flaw !== undefined && { flaw }),
  };
}

function postOne(server: Server, place: Place, told: OneAnswer): Posted {
  const { channels, posts, settings } = server;
  const type = told.response_type ?? '';
  const inChannel = type === 'in_channel';
  const empty = !told.text && !told.attachments;
  const flaw = channelFlaw(server, place, told);
  if (flaw !== undefined) return { messages: [], flaw };
  if (!inChannel && (empty || !['', 'ephemeral'].includes(type))) return { messages: [] };
  const { message, attachments } = wordsOf(told);
  const props = withActionIds({
    ...withoutIdentity(told.props ?? {}),
    ...(attachments && { attachments }),
    from_webhook: 'true',
  });
  const error = typeError(told.type ?? '') ?? validityError(message, props);
  if (inChannel && error) return { messages: [], flaw: error.reason };
  const post = newPost({
    user_id: place.by,
    channel_id: told.channel_id || place.channelId,
    root_id: place.rootId,
    message,
    type: inChannel ? (told.type ?? '') : 'system_ephemeral',
    props,
    create_at: settings.now(),
  });
  const kept = inChannel
    ? { post, pings: pingsOfPost(post) }
    : { post, pings: [], onlyFor: place.by };
  posts.keep(kept);
  return { messages: [messageOf(kept, channels)] };
}

/** An answer may go elsewhere, where the person is a member. */
function channelFlaw({ channels }: Server, { by, channelId }: Place, { channel_id }: OneAnswer) {
  const channel = channels.find(channel_id || channelId);
  const person = PEOPLE.find(({ id }) => id === by);
  if (!channel || !person || !isMember(person, channel)) {
    return 'Specified user is not a member of specified channel.';
  }
  return channel.archived ? 'The channel was archived.' : undefined;
}

function wordsOf({ text, attachments, skip_slack_parsing }: OneAnswer) {
  if (skip_slack_parsing) return { message: text ?? '', attachments };
  return {
    message: fromSlack(text ?? ''),
    attachments: attachments && attachmentsFromSlack(attachments),
  };
}
