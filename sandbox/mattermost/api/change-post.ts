import type { JsonObject } from '../../judging/shape';
import { type ApiError, carryOut, forbidden, refuse } from './answer';
import { invalid, type PostBody, postBody, read } from './body';
import type { Call, Method } from './call';
import { may } from './channels';
import type { ErrorId } from './errors';
import { messageOf } from './message';
import { type Post, toldPost, withActionIds } from './post';
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

type Change = Partial<Pick<Post, 'message' | 'props' | 'is_pinned'>>;

function change(call: Call, body: PostBody, asked: Change, inDeleted: ErrorId) {
  const found = call.posts.find(call.params.post_id ?? '');
  const error =
    accessError(call, found, inDeleted) ?? validityError(asked.message ?? '', asked.props ?? {});
  if (error || !found) return refuse(error ?? MISSING, body);
  const kept = { ...found, post: changed(found.post, asked, call.now) };
  call.posts.keep(kept);
  const told = toldPost(kept.post, call.posts.countReplies(kept.post.root_id || kept.post.id));
  return carryOut('update', messageOf(kept, call), told);
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

/** Who wrote it cannot be changed. */
const IDENTITY = ['from_bot', 'silent_notification'];

function changed(post: Post, { props, ...asked }: Change, now: number): Post {
  const next = { ...post, ...asked, update_at: now, props: post.props };
  if (props) next.props = { ...withActionIds(props), ...identityOf(post.props) };
  const same =
    next.message === post.message &&
    JSON.stringify(next.props.attachments) === JSON.stringify(post.props.attachments);
  return same ? next : { ...next, edit_at: now };
}

function identityOf(props: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(props).filter(([name]) => IDENTITY.includes(name)));
}
