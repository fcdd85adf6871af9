import type { JsonObject } from '../../judging/shape';
import { type SlackApp, TEAM } from './apps';
import type { Conversation } from './conversations';
import type { Workspace } from './workspace';

const CREATED = 1_449_252_889;
const NOTHING_SAID = { value: '', creator: '', last_set: 0 };

/** https://docs.slack.dev/reference/objects/conversation-object */
export function conversationObject(
  conversation: Conversation,
  app: SlackApp,
  workspace: Workspace,
): JsonObject {
  const { id, name, type, archived = false, members, note } = conversation;
  if (type === 'im')
    return { ...directObject(conversation, app), is_open: workspace.isOpen(conversation) };
  const plainName = name.replace('#', '');
  return {
    id,
    name: plainName,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: type === 'private_channel',
    is_archived: archived,
    is_general: name === '#general',
    is_member: !archived && workspace.isMember(conversation, app.userId),
    created: CREATED,
    creator: members[0] ?? '',
    unlinked: 0,
    name_normalized: plainName,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: TEAM.id,
    updated: CREATED * 1000,
    topic: NOTHING_SAID,
    purpose: { ...NOTHING_SAID, value: note },
    previous_names: [],
  };
}

function directObject({ id, members }: Conversation, { userId }: SlackApp): JsonObject {
  const user = members.find((member) => member !== userId);
  return { id, created: CREATED, is_im: true, is_org_shared: false, user, is_archived: false };
}
