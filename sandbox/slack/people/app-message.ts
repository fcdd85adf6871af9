import type { JsonObject } from '../../judging/shape';
import type { NewMessage } from '../../platform';
import type { SlackApp } from '../api/apps';
import type { Conversation } from '../api/conversations';
import { personCalled, type SlackPerson } from '../api/people';
import type { Post, Workspace } from '../api/workspace';
import { fallbackText } from '../fallback-text';
import { pingsOf } from '../pings';
import { sizeOf } from '../size';

interface Said {
  by: SlackApp | SlackPerson;
  conversation: Conversation;
  payload: JsonObject;
  /** The id of the one person who sees it. */
  onlyFor?: string;
  parent?: Post;
}

/** What somebody says, remembered as Slack does. */
export function saidIn(workspace: Workspace, said: Said): NewMessage {
  const { by, conversation, payload, onlyFor, parent } = said;
  const ts = workspace.nextTs();
  const pings = pingsOf(payload);
  const thread = parent && { parent };
  if (onlyFor === undefined) workspace.keep({ ts, conversation, by, payload, pings, ...thread });
  else if ('botId' in by) workspace.whisper(ts, by);
  return {
    channel: conversation.name,
    text: fallbackText(payload),
    payload,
    pings,
    size: sizeOf(payload),
    ref: ts,
    ...(onlyFor !== undefined && { onlyFor: `@${personCalled(onlyFor)?.username}` }),
    ...(parent && { replyTo: parent.ts }),
  };
}
