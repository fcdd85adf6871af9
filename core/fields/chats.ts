import type { TransportId } from '../chat/platform';
import type { ChatId } from '../chat/registry';
import { cardOptionFieldsOf } from './card-options';
import { chatAlertFields } from './chat-alert';
import type { ChatFields } from './chat-fields';
import type { CredentialField } from './credential';
import { dingtalk } from './dingtalk-alert';
import type { Field } from './field';
import { mattermost } from './mattermost-alert';
import { isOfBots } from './operations';
import { slack } from './slack-alert';
import { teams } from './teams-alert';

/** The field as a host draws it that knows webhooks only; none where only a bot has it. */
const withoutBot = (field: Field): readonly Field[] => {
  if (field.transport === 'bot') return [];
  const { name, options } = field;
  if (!options) return [field];
  const bots = (value: string): boolean =>
    name === 'authentication' ? value === 'bot' : name === 'operation' && isOfBots(value);
  return [{ ...field, options: options.filter(({ value }) => !bots(value)) }];
};

/** The lists a host asks for with every alert are made once. */
const complete = (chat: ChatFields) => ({
  ...chat,
  alert: { webhook: chatAlertFields(chat).flatMap(withoutBot), bot: chatAlertFields(chat) },
  card: [...cardOptionFieldsOf(chat.mentions), ...chat.own],
});

const CHATS: Readonly<Record<ChatId, ReturnType<typeof complete>>> = {
  slack: complete(slack),
  teams: complete(teams),
  mattermost: complete(mattermost),
  dingtalk: complete(dingtalk),
};

/** Every field of a chat's alert node, for a host that reaches chats in these ways. */
export const alertFieldsOf = (
  chat: ChatId,
  transports: readonly TransportId[] = ['webhook'],
): readonly Field[] => CHATS[chat].alert[transports.includes('bot') ? 'bot' : 'webhook'];

/** Those of them that say how a message looks. */
export const cardFieldsOf = (chat: ChatId): readonly Field[] => CHATS[chat].card;

/** The fields that only this chat has. */
export const ownFieldsOf = (chat: ChatId): readonly Field[] => CHATS[chat].own;

/** Values of *Buttons* that mean nothing without *Response Address*. */
export const addressedButtonsOf = (chat: ChatId): readonly ('callback' | 'links')[] =>
  CHATS[chat].buttonsNeedAddress ? ['callback', 'links'] : ['links'];

/** What has to be known to reach a chat. */
export const credentialFieldsOf = (
  chat: ChatId,
  transport: TransportId,
): readonly CredentialField[] => CHATS[chat].credentials[transport] ?? [];
