import type { JsonObject } from '../../judging/shape';
import type { Reaction } from '../../people/people';
import { type SlackApp, TEAM } from '../api/apps';
import { type Conversation, conversations } from '../api/conversations';
import { personCalled, type SlackPerson } from '../api/people';
import type { World } from '../world';
import { refusedAct } from './refusals';

/** Deprecated, but sent: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const VERIFICATION_TOKEN = 'sandboxVerificationToken';

/** Who does something, and where. */
export interface Where {
  person: SlackPerson;
  conversation: Conversation;
}

export function whereOf(
  { workspace }: World,
  { by, channel }: { by: string; channel: string },
): Where | { refused: Reaction } {
  const person = personCalled(by);
  if (!person || person.deactivated) return { refused: refusedAct('unknown_person') };
  const conversation = conversations.find(
    ({ id, name, members }) => (name === channel || id === channel) && ours(name, members),
  );
  if (!conversation) return { refused: refusedAct('unknown_channel', channel) };
  if (!workspace.isMember(conversation, person.id)) {
    return { refused: refusedAct('not_in_channel', conversation.name) };
  }
  return { person, conversation };
}

/** Every app has a direct message with everybody; people talk to the one that listens. */
const ours = (name: string, members: readonly string[]) =>
  !name.startsWith('@') || members.includes('U0ALERTWIR');

/** What every payload of an interaction begins with. */
export function interaction(app: SlackApp, { id, username }: SlackPerson): JsonObject {
  return {
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id, username, name: username, team_id: TEAM.id },
    api_app_id: app.appId,
    token: VERIFICATION_TOKEN,
  };
}

/** The name of a conversation as payloads have it: those of private ones are not told. */
export function nameIn({ type, name }: Conversation): string {
  if (type === 'im') return 'directmessage';
  return type === 'private_channel' ? 'privategroup' : name.replace('#', '');
}
