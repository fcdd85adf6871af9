import { isObject, type JsonObject, textOf } from '../judging/shape';
import type { NewMessage } from '../platform';
import { withoutIdentity } from './api/changed';
import { newPost, withActionIds, withoutIntegrations } from './api/post';
import { OWNER } from './hooks';
import { fromSlack } from './people/slack-text';
import { pingsOf } from './pings';
import type { Server } from './server';
import { sizeOf } from './size';

/** The name of a webhook where its messages may bring none of their own. */
const NAME = 'webhook';

/** The post that a webhook makes: whoever sends is not told its id, and clients are. */
export function keepHookPost(
  { posts, channels, settings }: Server,
  channel: string,
  payload: JsonObject,
): NewMessage {
  const { text, attachments, props, priority, type, username } = payload;
  const withIds = withActionIds({ attachments });
  const post = newPost({
    user_id: OWNER,
    channel_id: channels.all().find(({ name }) => name === channel)?.id ?? '',
    message: fromSlack(textOf(text)),
    type: textOf(type),
    props: {
      ...withoutIdentity(isObject(props) ? props : {}),
      ...(Array.isArray(attachments) && withIds),
      from_webhook: 'true',
      override_username: textOf(username) || NAME,
      ...(payload.silent === true && { silent_notification: true }),
    },
    metadata: isObject(priority) ? { priority } : {},
    create_at: settings.now(),
  });
  const pings = pingsOf(payload);
  posts.keep({ post, pings });
  return {
    channel,
    text: textOf(text),
    payload: { ...payload, ...(Array.isArray(attachments) && withoutIntegrations(withIds)) },
    pings,
    size: sizeOf(payload),
    ref: post.id,
  };
}
