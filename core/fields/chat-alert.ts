import { eventsField } from './alert-filter';
import { botFieldsOf } from './bot';
import { cardOptionFieldsOf } from './card-options';
import type { ChatFields } from './chat-fields';
import type { Field } from './field';
import { OPERATIONS } from './operations';
import { SEVERITY_OPTIONS } from './options';

/** Describing an alert by hand, where none comes from a trigger. */
export const definedAlertFields: readonly Field[] = [
  {
    name: 'title',
    label: 'Title',
    kind: 'string',
    default: '',
    description: 'What is wrong, in one line',
    placeholder: 'e.g. Checkout latency above 2 s',
  },
  {
    name: 'description',
    label: 'Description',
    kind: 'text',
    default: '',
    description: 'What helps the person who is woken up',
  },
  {
    name: 'severity',
    label: 'Severity',
    kind: 'options',
    default: 'high',
    description: 'How bad it is',
    options: SEVERITY_OPTIONS,
  },
  {
    name: 'status',
    label: 'Status',
    kind: 'options',
    default: 'open',
    description: 'Where the alert stands',
    options: [
      { value: 'open', label: 'Open' },
      { value: 'acknowledged', label: 'Accepted' },
      { value: 'resolved', label: 'Resolved' },
    ],
  },
  {
    name: 'alertId',
    label: 'Alert ID',
    kind: 'string',
    default: '',
    description: 'The same ID means the same alert; empty for a new alert each time',
  },
  {
    name: 'url',
    label: 'URL',
    kind: 'string',
    default: '',
    description: 'Where the alert can be looked at',
  },
  {
    name: 'labels',
    label: 'Labels',
    kind: 'pairs',
    default: [],
    description: 'Names and values that describe the alert',
  },
];

/** The fields of a chat's alert node: those of every chat, and its own. */
export const chatAlertFields = (chat: ChatFields): readonly Field[] => [
  {
    name: 'authentication',
    label: 'Authentication',
    kind: 'options',
    default: 'webhook',
    description: 'How the chat is reached',
    options: chat.authentications,
  },
  {
    name: 'resource',
    label: 'Resource',
    kind: 'options',
    default: 'alert',
    description: 'What is sent',
    options: [
      { value: 'alert', label: 'Alert' },
      { value: 'message', label: 'Message' },
    ],
  },
  {
    name: 'operation',
    label: 'Operation',
    kind: 'options',
    default: 'upsert',
    description: 'What is done',
    options: OPERATIONS,
  },
  {
    name: 'alertSource',
    label: 'Alert',
    kind: 'options',
    default: 'input',
    description: 'Where the alert comes from',
    options: [
      { value: 'input', label: 'From Input' },
      { value: 'define', label: 'Define Below' },
    ],
  },
  ...botFieldsOf(chat),
  eventsField,
  ...definedAlertFields,
  {
    name: 'text',
    label: 'Text',
    kind: 'text',
    default: '',
    description: 'The words of the message',
  },
  ...cardOptionFieldsOf(chat.mentions),
  ...chat.own,
  {
    name: 'maxWaitSeconds',
    label: 'Retry For (Seconds)',
    kind: 'number',
    default: 30,
    description: 'How long to try again when the chat is busy or down, at most 30',
  },
  {
    name: 'messagesPerMinute',
    label: 'Messages per Minute',
    kind: 'number',
    default: 0,
    description: 'Most messages a minute to one place; 0 for what the chat is known to take',
    alertsOnly: true,
  },
];
