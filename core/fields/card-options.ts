import type { RenderOptions } from '../chat/platform';
import { LANGUAGES, sentences } from '../i18n/index';
import type { Field } from './field';

/** How a card is drawn: the same on every chat node. */
export const cardOptionFields: readonly Field[] = [
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
    description:
      'Who is notified by name: the IDs of people or groups, or the words the chat has for everybody; nobody else is ever mentioned',
    placeholder: 'e.g. here',
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

/** The values of the card fields, as both hosts store them, as render options. */
export const renderOptionsFrom = (values: Readonly<Record<string, unknown>>): RenderOptions => {
  const { language, layout, mentions, timeZone } = values;
  return {
    ...(typeof language === 'string' && { language }),
    ...((layout === 'full' || layout === 'compact') && { layout }),
    ...(Array.isArray(mentions) && { mentions: mentions.map(String) }),
    ...(typeof timeZone === 'string' && timeZone !== '' && { timeZone }),
    showDescription: values.showDescription !== false,
    showLabels: values.showLabels !== false,
    showTimeline: values.showTimeline !== false,
  };
};
