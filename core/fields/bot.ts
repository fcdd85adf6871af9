import type { ChatFields } from './chat-fields';
import type { Field } from './field';

/** What only a bot can do, on every chat. */
export const botFieldsOf = ({ channel, person }: ChatFields): readonly Field[] => [
  {
    name: 'channelId',
    label: 'Channel',
    kind: 'channel',
    default: '',
    transport: 'bot',
    ...channel,
  },
  { name: 'person', label: 'Person', kind: 'person', default: '', transport: 'bot', ...person },
  {
    name: 'messageRef',
    label: 'Message',
    kind: 'string',
    default: '',
    transport: 'bot',
    description: 'Which message: the messageRef that a sender put into delivery, as JSON',
    placeholder: 'e.g. {"chat":"slack","channel":"C0123456789","message":"1700000000.000100"}',
  },
  {
    name: 'mode',
    label: 'When the Alert Changes',
    kind: 'options',
    default: 'reply',
    transport: 'bot',
    alertsOnly: true,
    description: 'What becomes of the card that is already there',
    options: [
      {
        value: 'reply',
        label: 'Update, and Reply When It Matters',
        description: 'The card changes; who has to act also hears of it in a reply',
      },
      { value: 'update', label: 'Update Only', description: 'The card changes, without a sound' },
      {
        value: 'thread',
        label: 'Update, and Reply Each Time',
        description: 'Every announced event is also a reply to the card',
      },
      {
        value: 'new',
        label: 'New Message Each Time',
        description: 'Every announced event is a message of its own',
      },
    ],
  },
  {
    name: 'mentionAssignees',
    label: 'Mention New Assignees',
    kind: 'boolean',
    default: false,
    transport: 'bot',
    alertsOnly: true,
    description: 'Whether people are mentioned when an alert is assigned or escalated to them',
  },
];
