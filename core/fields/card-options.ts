import { LANGUAGES, sentences } from '../i18n/index';
import type { ChatFields } from './chat-fields';
import type { Field } from './field';

/** How a card is drawn: the same on every chat, but for the names of people. */
export const cardOptionFieldsOf = (mentions: ChatFields['mentions']): readonly Field[] => [
  {
    name: 'language',
    label: 'Language',
    kind: 'options',
    default: 'en',
    description: 'Language of the card',
    options: LANGUAGES.map((id) => ({ value: id, label: sentences(id).languageName })),
  },
  {
    name: 'layout',
    label: 'Layout',
    kind: 'options',
    default: 'auto',
    description: 'How much of the story a message tells',
    options: [
      { value: 'auto', label: 'Whole Story First, Then What Changed' },
      { value: 'full', label: 'Always the Whole Story' },
      { value: 'compact', label: 'Always What Changed' },
    ],
  },
  {
    name: 'mentions',
    label: 'Mentions',
    kind: 'list',
    default: [],
    description: `Who is notified by name. ${mentions.description}. Nobody else is ever mentioned`,
    placeholder: mentions.placeholder,
  },
  {
    name: 'showDescription',
    label: 'Show Description',
    kind: 'boolean',
    default: true,
    description: 'Whether the card carries the description of the alert',
  },
  {
    name: 'showLabels',
    label: 'Show Labels',
    kind: 'boolean',
    default: true,
    description: 'Whether the card carries the labels of the alert',
  },
  {
    name: 'showTimeline',
    label: 'Show Timeline',
    kind: 'boolean',
    default: true,
    description: 'Whether the card tells what happened so far',
  },
  {
    name: 'timeZone',
    label: 'Time Zone',
    kind: 'string',
    default: 'UTC',
    description: 'IANA name of the time zone of the times on the card',
    placeholder: 'e.g. Europe/Berlin',
  },
];
