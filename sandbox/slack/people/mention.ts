import { randomUUID } from 'node:crypto';
import { type SlackApp, TEAM } from '../api/apps';
import type { World } from '../world';
import type { Events } from './events';
import type { Where } from './who';

interface Said {
  text: string;
  ts: string;
}

/**
 * https://docs.slack.dev/reference/events/app_mention: for apps that may hear it, in conversations
 * they are in; what is said to an app directly is no mention.
 */
export async function mentioned(
  { workspace }: World,
  events: Events,
  app: SlackApp,
  { person, conversation }: Where,
  { text, ts }: Said,
): Promise<void> {
  if (!app.scopes.includes('app_mentions:read') || conversation.type === 'im') return;
  if (!workspace.isMember(conversation, app.userId)) return;
  const event = {
    type: 'app_mention',
    user: person.id,
    ts,
    client_msg_id: randomUUID(),
    text,
    team: TEAM.id,
    blocks: [richText(text)],
    channel: conversation.id,
    event_ts: ts,
  };
  await events.happen(app, event, person.id);
}

/** What people type is rich text. */
function richText(text: string) {
  const elements = text
    .split(/(<@U[A-Z0-9]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const user = /^<@(.*)>$/.exec(part)?.[1];
      return user ? { type: 'user', user_id: user } : { type: 'text', text: part };
    });
  const section = { type: 'rich_text_section', elements };
  return { type: 'rich_text', block_id: 'typed', elements: [section] };
}
