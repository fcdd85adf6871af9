import { type ApiError, forbidden } from '../api/answer';
import { isMember } from '../api/channels';
import { messageOf, pingsOfPost } from '../api/message';
import { newPost } from '../api/post';
import { validityError } from '../api/validity';
import type { Channel, Person } from '../api/world';
import type { Server } from '../server';

/** Somebody writes a post; what it names is told of it, and nobody is called. */
export function writePost(
  { posts, channels, settings }: Server,
  person: Person,
  channel: Channel,
  message: string,
): ApiError | undefined {
  if (!isMember(person, channel)) {
    return forbidden(`${person.username} is not in ${channel.name}.`);
  }
  if (channel.archived) {
    const id = 'api.post.create_post.can_not_post_to_deleted.error';
    return { id, reason: `${channel.name} was archived.` };
  }
  const error = validityError(message, {});
  if (error) return error;
  const post = newPost({
    user_id: person.id,
    channel_id: channel.id,
    message,
    create_at: settings.now(),
  });
  const kept = { post, pings: pingsOfPost(post) };
  posts.keep(kept);
  settings.desk.journal.addMessage('mattermost', messageOf(kept, channels));
  return undefined;
}
