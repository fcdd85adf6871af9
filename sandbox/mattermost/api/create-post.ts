import { type ApiError, carryOut, forbidden, refuse, tell } from './answer';
import { type PostBody, postBody, read } from './body';
import { asksFor, type Call, type Method } from './call';
import { may } from './channels';
import { messageOf, pingsOfPost } from './message';
import { newPost, toldPost, withActionIds } from './post';
import { priorityError, typeError, validityError } from './validity';

/** `POST /posts`, in the order of the server. */
export const createPost: Method = (call) => {
  const body = read(postBody, call.body, 'post');
  if ('error' in body) return refuse(body.error);
  const asked = body.value;
  const early = channelError(call, asked);
  if (early) return refuse(early, asked);
  const earlier = asked.pending_post_id && call.posts.findPending(asked.pending_post_id, call.now);
  if (earlier) {
    // the same request again makes no second post
    const told = toldPost(earlier.post, call.posts.countReplies(threadOf(earlier.post)));
    return { ...tell(told, 201), payload: asked };
  }
  const error = postError(call, asked);
  return error ? refuse(error, asked) : accept(call, asked);
};

const threadOf = (post: { id: string; root_id: string }) => post.root_id || post.id;

function channelError({ bot, channels }: Call, asked: PostBody): ApiError | undefined {
  const channel = channels.find(asked.channel_id ?? '');
  if (!channel) return forbidden(`No channel has the id ${asked.channel_id ?? ''}.`);
  if (!may(bot, 'create_post', channel)) {
    return forbidden(`${bot.username} may not post to ${channel.name}.`);
  }
  const priority = priorityError(asked);
  if (priority) return priority;
  const type = typeError(asked.type ?? '');
  if (type?.id === 'api.context.invalid_param.app_error') return type;
  if (!channel.archived) return undefined;
  const id = 'api.post.create_post.can_not_post_to_deleted.error';
  return { id, reason: `${channel.name} was archived.` };
}

function postError(call: Call, asked: PostBody): ApiError | undefined {
  return (
    rootError(call, asked) ??
    existingError(asked) ??
    typeError(asked.type ?? '') ??
    validityError(asked.message ?? '', asked.props ?? {})
  );
}

function rootError({ posts }: Call, { root_id, channel_id }: PostBody): ApiError | undefined {
  if (!root_id) return undefined;
  const root = posts.find(root_id)?.post;
  const id = 'api.post.create_post.root_id.app_error';
  if (!root) return { id, reason: `No post has the id ${root_id}, or it was deleted.` };
  if (root.channel_id !== channel_id) {
    const reason = 'The post that is answered stands in another channel.';
    return { id: 'api.post.create_post.channel_root_id.app_error', reason };
  }
  return root.root_id ? { id, reason: 'An answer cannot be answered.' } : undefined;
}

function existingError({ id }: PostBody): ApiError | undefined {
  if (!id) return undefined;
  return { id: 'app.post.save.existing.app_error', reason: 'A new post brings no id.' };
}

function accept(call: Call, asked: PostBody) {
  const { bot, posts, query, now } = call;
  const silent = asksFor(query, 'silent') && { silent_notification: true };
  const post = newPost({
    user_id: bot.id,
    channel_id: asked.channel_id ?? '',
    root_id: asked.root_id ?? '',
    message: asked.message ?? '',
    type: asked.type ?? '',
    props: { ...withActionIds(asked.props ?? {}), from_bot: 'true', ...silent },
    metadata: asked.metadata?.priority ? { priority: asked.metadata.priority } : {},
    create_at: now,
  });
  const kept = { post, pings: pingsOfPost(post) };
  const pending = asked.pending_post_id ?? '';
  posts.keep(kept);
  if (pending) posts.rememberPending(pending, post.id, now);
  const told = toldPost(post, posts.countReplies(threadOf(post)), pending);
  return carryOut('post', messageOf(kept, call.channels), told);
}
