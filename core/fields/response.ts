import type { ChatId } from '../chat/registry';
import { LANGUAGES, sentences } from '../i18n/index';
import type { Field } from './field';

const language: Field = {
  name: 'language',
  label: 'Language',
  kind: 'options',
  default: 'en',
  description: 'Language of what people are told',
  options: LANGUAGES.map((id) => ({ value: id, label: sentences(id).languageName })),
};

const command: Field = {
  name: 'command',
  label: 'Command Name',
  kind: 'string',
  default: '',
  description: 'What people type before a command, shown in help; empty where the chat says it',
  placeholder: 'e.g. /alertwire',
};

const askNote: Field = {
  name: 'askNote',
  label: 'Ask for a Note on Resolve',
  kind: 'boolean',
  default: false,
  description: 'Whether a dialog asks for a note before an alert is resolved',
};

const way: Field = {
  name: 'way',
  label: 'Receive From',
  kind: 'options',
  default: 'bot',
  description: 'Who is called: the bot, or an outgoing webhook of a team, which needs no bot',
  options: [
    { value: 'bot', label: 'Bot' },
    { value: 'outgoing', label: 'Outgoing Webhook' },
  ],
};

const emulator: Field = {
  name: 'emulator',
  label: 'Local Emulator',
  kind: 'boolean',
  default: false,
  description: 'Whether unsigned requests from this very machine are taken, for trying out a bot',
};

/** Some chats have dialogs; some are reached in more than one way. */
const OWN: Readonly<Record<ChatId, readonly Field[]>> = {
  slack: [askNote],
  mattermost: [askNote],
  teams: [way, emulator],
  dingtalk: [],
};

/** What the response trigger of a chat asks for, beside its credentials. */
export const responseFieldsOf = (chat: ChatId): readonly Field[] => [
  language,
  command,
  ...OWN[chat],
];

/** The same for the trigger behind signed links. */
export const linkResponseFields: readonly Field[] = [language];
