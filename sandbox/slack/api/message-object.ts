import { isObject, type JsonObject, objectsIn } from '../../judging/shape';
import { TEAM } from './apps';
import type { Post } from './workspace';

/** https://docs.slack.dev/reference/events/message, as it stands in the answers of chat.* */
export function messageObject(post: Post): JsonObject {
  const { app, payload, ts, parent, editedAt } = post;
  const { text = '', blocks, attachments, metadata } = payload;
  return {
    type: 'message',
    user: app.userId,
    ts,
    bot_id: app.botId,
    app_id: app.appId,
    text,
    team: TEAM.id,
    bot_profile: {
      id: app.botId,
      app_id: app.appId,
      name: app.name,
      deleted: false,
      team_id: TEAM.id,
    },
    ...(objectsIn(blocks).length > 0 && { blocks: objectsIn(blocks).map(withId) }),
    ...(objectsIn(attachments).length > 0 && { attachments: objectsIn(attachments).map(numbered) }),
    ...(parent && { thread_ts: parent.ts, parent_user_id: parent.app.userId }),
    ...(editedAt !== undefined && { edited: { user: app.userId, ts: editedAt } }),
    ...(isObject(metadata) && { metadata }),
  };
}

/** Every block has an id; Slack makes those nobody gave. */
function withId(block: JsonObject, index: number): JsonObject {
  return { ...block, block_id: block.block_id ?? `b${index}` };
}

function numbered(attachment: JsonObject, index: number): JsonObject {
  return { id: index + 1, fallback: '[no preview available]', ...attachment };
}
