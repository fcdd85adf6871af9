import { carryOut, forbidden, refuse } from './answer';
import { ephemeralBody, invalid, read } from './body';
import type { Method } from './call';
import { messageOf, pingsOfPost } from './message';
import { newPost, toldPost, withActionIds } from './post';

/** `POST /posts/ephemeral`: only one person sees it, and nobody can change it. */
export const createEphemeral: Method = (call) => {
  const body = read(ephemeralBody, call.body, 'body');
  if ('error' in body) return refuse(body.error);
  const { user_id, post: asked } = body.value;
  if (!user_id) return refuse(invalid('user_id', 'Nobody is named who is to see it.'), body.value);
  if (!asked) return refuse(invalid('post', 'There is no post.'), body.value);
  if (!call.bot.permissions.includes('create_post_ephemeral')) {
    const reason = `${call.bot.username} may not write what only one person sees.`;
    return refuse(forbidden(reason), body.value);
  }
  if (!call.channels.find(asked.channel_id ?? '')) {
    return refuse(invalid('post.channel_id', 'No channel has this id.'), body.value);
  }
  const post = newPost({
    user_id: call.bot.id,
    channel_id: asked.channel_id ?? '',
    root_id: asked.root_id ?? '',
    message: asked.message ?? '',
    type: 'system_ephemeral',
    props: withActionIds(asked.props ?? {}),
    create_at: call.now,
    update_at: 0,
  });
  const kept = { post, pings: pingsOfPost(post), onlyFor: user_id };
  call.posts.keep(kept);
  return carryOut('post', messageOf(kept, call.channels), toldPost(post));
};
