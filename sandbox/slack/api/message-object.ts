import { isObject, type JsonObject } from '../../judging/shape';
import { identified } from '../identified';
import { TEAM } from './apps';
import type { Post } from './workspace';

/** https://docs.slack.dev/reference/events/message, as it stands in the answers of chat.* */
export function messageObject(post: Post): JsonObject {
  const { by, payload, ts, parent, editedAt } = post;
  const { text = '', metadata } = payload;
  const user = userOf(post);
  return {
    type: 'message',
    user,
    ts,
    ...('botId' in by && { bot_id: by.botId, app_id: by.appId }),
    text,
    team: TEAM.id,
    ...('botId' in by && {
      bot_profile: {
        id: by.botId,
        app_id: by.appId,
        name: by.name,
        deleted: false,
        team_id: TEAM.id,
      },
    }),
    ...identified(payload),
    ...(parent && { thread_ts: parent.ts, parent_user_id: userOf(parent) }),
    ...(editedAt !== undefined && { edited: { user, ts: editedAt } }),
    ...(isObject(metadata) && { metadata }),
  };
}

const userOf = ({ by }: Post) => ('botId' in by ? by.userId : by.id);
