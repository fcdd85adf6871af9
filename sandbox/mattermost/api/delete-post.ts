import { type ApiError, carryOut, forbidden, refuse } from './answer';
import { asksFor, type Call, type Method } from './call';
import { may } from './channels';
import { messageOf } from './message';
import type { KeptPost } from './posts';

/** `DELETE /posts/{post_id}`: the post and its thread are gone for everybody. */
export const deletePost: Method = (call) => {
  if (asksFor(call.query, 'permanent')) {
    const reason = 'This server keeps deleted posts in its database.';
    return refuse({ id: 'api.post.delete_post.not_enabled.app_error', reason });
  }
  const found = call.posts.find(call.params.post_id ?? '');
  if (!found) {
    const reason = 'No post has this id, or it was deleted.';
    return refuse({ id: 'app.post.get.app_error', reason });
  }
  const error = accessError(call, found);
  if (error) return refuse(error);
  call.posts.remove(found.post.id, call.now);
  return carryOut('delete', messageOf(found, call.channels), { status: 'OK' });
};

function accessError({ bot, channels }: Call, { post }: KeptPost): ApiError | undefined {
  const channel = channels.find(post.channel_id);
  if (!channel || !may(bot, 'delete_post', channel)) {
    return forbidden(`${bot.username} may not delete posts.`);
  }
  if (post.user_id !== bot.id) return forbidden('The post is somebody else’s.');
  if (!channel.archived) return undefined;
  const id = 'api.post.delete_post.can_not_delete_post_in_deleted.error';
  return { id, reason: `${channel.name} was archived.` };
}
