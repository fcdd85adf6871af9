import type { Method } from '../method';
import { appsConnectionsOpen } from './apps-connections-open';
import { authTest } from './auth-test';
import { chatDelete } from './chat-delete';
import { chatPostEphemeral } from './chat-post-ephemeral';
import { chatPostMessage } from './chat-post-message';
import { chatUpdate } from './chat-update';
import { conversationsHistory } from './conversations-history';
import { conversationsInfo } from './conversations-info';
import { conversationsJoin } from './conversations-join';
import { conversationsList } from './conversations-list';
import { conversationsOpen } from './conversations-open';
import { usersInfo } from './users-info';
import { usersList } from './users-list';
import { usersLookupByEmail } from './users-lookup-by-email';
import { viewsOpen } from './views-open';
import { viewsUpdate } from './views-update';

/** The methods that are here; Slack has more. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['apps.connections.open', appsConnectionsOpen],
  ['auth.test', authTest],
  ['chat.delete', chatDelete],
  ['chat.postEphemeral', chatPostEphemeral],
  ['chat.postMessage', chatPostMessage],
  ['chat.update', chatUpdate],
  ['conversations.history', conversationsHistory],
  ['conversations.info', conversationsInfo],
  ['conversations.join', conversationsJoin],
  ['conversations.list', conversationsList],
  ['conversations.open', conversationsOpen],
  ['users.info', usersInfo],
  ['users.list', usersList],
  ['users.lookupByEmail', usersLookupByEmail],
  ['views.open', viewsOpen],
  ['views.update', viewsUpdate],
]);
