import type { JsonObject } from '../../judging/shape';
import { type Post, withActionIds } from './post';

export type Change = Partial<Pick<Post, 'message' | 'props' | 'is_pinned'>>;

/**
 * Who wrote it and how cannot be changed: `PostActionRetainPropKeys` in
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/integration_action.go
 */
const IDENTITY = [
  'from_bot',
  'from_webhook',
  'override_icon_url',
  'override_username',
  'silent_notification',
];

/** A post with what was asked for; what was not, stays. */
export function changed(post: Post, { props, ...asked }: Change, now: number): Post {
  const next = { ...post, ...asked, update_at: now, props: post.props };
  if (props) next.props = { ...withActionIds(withoutIdentity(props)), ...identityOf(post.props) };
  const same =
    next.message === post.message &&
    JSON.stringify(next.props.attachments) === JSON.stringify(post.props.attachments);
  return same ? next : { ...next, edit_at: now };
}

export function withoutIdentity(props: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !IDENTITY.includes(name)));
}

function identityOf(props: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(props).filter(([name]) => IDENTITY.includes(name)));
}
