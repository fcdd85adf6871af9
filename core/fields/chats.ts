import type { TransportId } from '../chat/platform';
import type { ChatId } from '../chat/registry';
import { cardOptionFieldsOf } from './card-options';
import { chatAlertFields } from './chat-alert';
import type { ChatFields } from './chat-fields';
import type { CredentialField } from './credential';
import { dingtalk } from './dingtalk-alert';
import type { Field } from './field';
import { mattermost } from './mattermost-alert';
import { slack } from './slack-alert';
import { teams } from './teams-alert';

const CHATS: Readonly<Record<ChatId, ChatFields>> = { slack, teams, mattermost, dingtalk };

/** Every field of a chat's alert node. */
export const alertFieldsOf = (chat: ChatId): readonly Field[] => chatAlertFields(CHATS[chat]);

/** Those of them that say how a message looks. */
export const cardFieldsOf = (chat: ChatId): readonly Field[] => [
  ...cardOptionFieldsOf(CHATS[chat].mentions),
  ...CHATS[chat].own,
];

/** The fields that only this chat has. */
export const ownFieldsOf = (chat: ChatId): readonly Field[] => CHATS[chat].own;

/** What has to be known to reach a chat. */
export const credentialFieldsOf = (
  chat: ChatId,
  transport: TransportId,
): readonly CredentialField[] => CHATS[chat].credentials[transport] ?? [];
