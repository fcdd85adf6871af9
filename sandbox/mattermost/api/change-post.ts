import type { ErrorId } from './all-errors';
import { type ApiError, carryOut, forbidden, refuse } from './answer';
import { invalid, type PostBody, postBody, read } from './body';
import type { Call, Method } from './call';
import { type Change, changed } from './changed';
import { may } from './channels';
import { messageOf } from './message';
import { toldPost } from './post';
import type { KeptPost } from './posts';
import { validityError } from './validity';

/** `PUT /posts/{post_id}`: what is left out becomes empty. */
export const updatePost: Method = (call) => {
  const body = read(postBody, call.body, 'post');
  if ('error' in body) return refuse(body.error);
  const { value } = body;
  if (value.id !== call.params.post_id) {
    return refuse(invalid('id', 'The id in the body is not the one in the path.'), value);
  }
  const { message, props, is_pinned } = value;
  const asked = { message: message ?? '', props: props ?? {}, is_pinned: is_pinned ?? false };
  return change(call, value, asked, IN_DELETED.update);
};

/** `PUT /posts/{post_id}/patch`: what is left out stays; `props` are changed as a whole. */
export const patchPost: Method = (call) => {
  const body = read(postBody, call.body, 'post');
  if ('error' in body) return refuse(body.error);
  const { message, props, is_pinned } = body.value;
  const asked = {
    ...(typeof message === 'string' && { message }),
    ...(props && { props }),
    ...(typeof is_pinned === 'boolean' && { is_pinned }),
  };
  return change(call, body.value, asked, IN_DELETED.patch);
};

const IN_DELETED = {
  update: 'api.post.update_post.can_not_update_post_in_deleted.error',
  patch: 'api.post.patch_post.can_not_update_post_in_deleted.error',
} as const satisfies Record<string, ErrorId>;

function change(call: Call, body: PostBody, asked: Change, inDeleted: ErrorId) {
  const found = call.posts.find(call.params.post_id ?? '');
  const error =
    accessError(call, found, inDeleted) ?? validityError(asked.message ?? '', asked.props ?? {});
  if (error || !found) return refuse(error ?? MISSING, body);
  const kept = { ...found, post: changed(found.post, asked, call.now) };
  call.posts.keep(kept);
  const told = toldPost(kept.post, call.posts.countReplies(kept.post.root_id || kept.post.id));
  return carryOut('update', messageOf(kept, call.channels), told);
}

/** The server does not say whether the post exists. */
const MISSING = forbidden('No post has this id, or it was deleted.');

function accessError(
  { bot, channels }: Call,
  found: KeptPost | undefined,
  inDeleted: ErrorId,
): ApiError | undefined {
  const channel = found && channels.find(found.post.channel_id);
  if (!channel) return MISSING;
  if (!may(bot, 'edit_post', channel)) return forbidden(`${bot.username} may not edit posts.`);
  if (found.post.user_id !== bot.id) return forbidden('The post is somebody else’s.');
  return channel.archived && { id: inDeleted, reason: `${channel.name} was archived.` };
}
