import type { SlackApp } from './apps';
import { type Conversation, conversationById, conversationCalled } from './conversations';
import { type Call, refused } from './method';
import type { ApiObjection } from './refusal';
import { requiredObjection } from './required';
import { scopeObjection } from './scopes';
import type { Workspace } from './workspace';

type Found = { conversation: Conversation } | { objection: ApiObjection };

/** What is private is not there for those who are not in it. */
export function isVisible(app: SlackApp, conversation: Conversation, workspace: Workspace) {
  return conversation.type === 'public_channel' || workspace.isMember(conversation, app.userId);
}

/** Most methods know a conversation by its id only. */
export function conversationOf(call: Call): Found {
  return seen(call, conversationById(call.args.channel));
}

/** A conversation that may be read with the scope its type asks for. */
export function readableOf(
  call: Call,
  scopes: Readonly<Record<Conversation['type'], string>>,
): Found {
  const wrong = requiredObjection(call.args, 'channel');
  if (wrong) return { objection: wrong };
  const found = conversationOf(call);
  if ('objection' in found) return found;
  const objection = scopeObjection(call.app, { scopes: [scopes[found.conversation.type]] });
  return objection ? { objection } : found;
}

/** Where a message may go: a name or a person will do, and the bot has to be in it. */
export function destinationOf(call: Call): Found {
  const found = seen(call, conversationCalled(call.args.channel, call.app));
  if ('objection' in found) return found;
  const objection = closedTo(call.app, found.conversation, call.workspace);
  return objection ? { objection } : found;
}

export function closedTo(
  app: SlackApp,
  conversation: Conversation,
  workspace: Workspace,
): ApiObjection | undefined {
  const { name, archived, refusal, note, type } = conversation;
  const closed = archived ? 'is_archived' : refusal;
  if (closed) return { code: closed, reason: `${name} takes no messages. ${note}` };
  const open = type === 'public_channel' && app.scopes.includes('chat:write.public');
  if (open || workspace.isMember(conversation, app.userId)) return undefined;
  return { code: 'not_in_channel', reason: `${app.name} is not in ${name}.` };
}

function seen({ app, args, workspace }: Call, conversation: Conversation | undefined): Found {
  if (conversation && isVisible(app, conversation, workspace)) return { conversation };
  return refused(
    'channel_not_found',
    `${app.name} can see no conversation ${JSON.stringify(args.channel)}.`,
  );
}
