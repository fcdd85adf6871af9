import { forbidden, refuse, tell } from './answer';
import type { Method } from './call';
import { mayRead } from './channels';
import { toldPost } from './post';

/** `GET /posts/{post_id}` */
export const getPost: Method = ({ bot, params, posts, channels }) => {
  const post = posts.find(params.post_id ?? '')?.post;
  const channel = post && channels.find(post.channel_id);
  if (!channel) {
    const reason = 'No post has this id, or it was deleted.';
    return refuse({ id: 'app.post.get.app_error', reason });
  }
  if (!mayRead(bot, channel)) return refuse(forbidden(`${bot.username} may not read it.`));
  return tell(toldPost(post, posts.countReplies(post.root_id || post.id)));
};
