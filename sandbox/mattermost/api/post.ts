import { isObject, type JsonObject, objectsIn } from '../../judging/shape';
import { newId } from './ids';

export interface Post {
  id: string;
  create_at: number;
  update_at: number;
  edit_at: number;
  delete_at: number;
  is_pinned: boolean;
  user_id: string;
  channel_id: string;
  root_id: string;
  message: string;
  type: string;
  props: JsonObject;
  metadata: { priority?: JsonObject };
}

type Told = Pick<Post, 'user_id' | 'channel_id' | 'message' | 'create_at'> & Partial<Post>;

export function newPost(told: Told): Post {
  return {
    id: newId(),
    update_at: told.create_at,
    edit_at: 0,
    delete_at: 0,
    is_pinned: false,
    root_id: '',
    type: '',
    props: {},
    metadata: {},
    ...told,
  };
}

/** A post as the API tells it; where a click goes stays on the server. */
export function toldPost(post: Post, replies = 0, pendingPostId = ''): JsonObject {
  return {
    ...post,
    original_id: '',
    props: withoutIntegrations(post.props),
    hashtags: hashtagsIn(post.message),
    pending_post_id: pendingPostId,
    remote_id: '',
    reply_count: replies,
    last_reply_at: 0,
    participants: null,
    metadata: { ...post.metadata, ...embedsOf(post.props) },
  };
}

/** Each action gets an id, as the server gives it one. */
export function withActionIds(props: JsonObject): JsonObject {
  return mapActions(props, (action) => ({ ...action, id: action.id || newId() }));
}

/** Neither clients nor the journal are told where a click goes. */
export function withoutIntegrations(props: JsonObject): JsonObject {
  return mapActions(props, ({ integration: _kept, ...action }) => action);
}

function mapActions(props: JsonObject, change: (action: JsonObject) => JsonObject): JsonObject {
  if (!Array.isArray(props.attachments)) return props;
  const attachments = props.attachments.map((attachment) =>
    isObject(attachment) && Array.isArray(attachment.actions)
      ? { ...attachment, actions: objectsIn(attachment.actions).map(change) }
      : attachment,
  );
  return { ...props, attachments };
}

export function actionsIn({ attachments }: JsonObject): JsonObject[] {
  return objectsIn(attachments).flatMap(({ actions }) => objectsIn(actions));
}

function embedsOf({ attachments }: JsonObject) {
  return Array.isArray(attachments) && { embeds: [{ type: 'message_attachment' }] };
}

function hashtagsIn(message: string): string {
  return (message.match(/(?<!\S)#\p{L}[\p{L}\p{N}_.-]+/gu) ?? []).join(' ');
}
