import type { Method } from '../method';
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
import { usersList } from './users-list';
import { usersLookupByEmail } from './users-lookup-by-email';

/** The methods that are here; Slack has more. */
export const methods: ReadonlyMap<string, Method> = new Map([
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
  ['users.list', usersList],
  ['users.lookupByEmail', usersLookupByEmail],
]);
