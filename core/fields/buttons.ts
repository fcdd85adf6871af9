import { BUTTON_ACTIONS } from '../answers/buttons';
import type { CredentialField } from './credential';
import type { Field } from './field';

/** Labels as people read them in the node; cards have them in the language of the card. */
const ACTION_LABELS: Readonly<Record<(typeof BUTTON_ACTIONS)[number], string>> = {
  accept: 'Accept',
  unaccept: 'Unaccept',
  resolve: 'Resolve',
  reopen: 'Reopen',
  escalate: 'Escalate',
  snooze: 'Snooze',
};

/** The buttons of a chat's cards, the same on every chat. */
export const BUTTON_FIELDS: readonly Field[] = [
  {
    name: 'buttons',
    label: 'Buttons',
    kind: 'options',
    default: 'none',
    alertsOnly: true,
    description: 'What people can do from the card',
    options: [
      { value: 'none', label: 'None', description: 'The card only tells' },
      {
        value: 'callback',
        label: 'Buttons',
        description: 'A click comes out of the response trigger; needs a signing key',
      },
      {
        value: 'links',
        label: 'Signed Links',
        description:
          'A link opens a page that asks again; works without a bot; needs a signing key',
      },
    ],
  },
  {
    name: 'buttonActions',
    label: 'Actions',
    kind: 'multi-options',
    default: ['accept', 'resolve', 'escalate', 'snooze'],
    alertsOnly: true,
    description:
      'Which buttons a card has, where the on-call platform can do it and the state of the alert allows it',
    options: BUTTON_ACTIONS.map((value) => ({ value, label: ACTION_LABELS[value] })),
  },
  {
    name: 'ownButtons',
    label: 'Own Buttons',
    kind: 'rules',
    default: [],
    alertsOnly: true,
    description: 'Buttons that come out of the own output of the response trigger',
    fields: [
      {
        name: 'name',
        label: 'Name',
        kind: 'string',
        default: '',
        description: 'What the button says, and what tells it from others',
        placeholder: 'e.g. Restart checkout',
      },
      {
        name: 'style',
        label: 'Style',
        kind: 'options',
        default: 'default',
        description: 'How the button looks, where the chat has styles',
        options: [
          { value: 'default', label: 'Default' },
          { value: 'primary', label: 'Primary' },
          { value: 'danger', label: 'Danger' },
        ],
      },
      {
        name: 'confirm',
        label: 'Confirmation',
        kind: 'string',
        default: '',
        description: 'What is asked before it is done; empty asks nothing',
        placeholder: 'e.g. Restart all checkout servers?',
      },
    ],
  },
  {
    name: 'answerAddress',
    label: 'Response Address',
    kind: 'string',
    default: '',
    alertsOnly: true,
    description:
      'The address of the response trigger: for buttons in Mattermost, and for signed links that of the link response trigger',
    placeholder: 'e.g. https://flows.example.com/…',
  },
  {
    name: 'askNote',
    label: 'Ask for a Note on Resolve',
    kind: 'boolean',
    default: false,
    alertsOnly: true,
    description:
      'Whether a note can be typed when an alert is resolved, where the chat has dialogs',
  },
];

export const SIGNING_KEY_FIELDS: readonly CredentialField[] = [
  {
    name: 'key',
    label: 'Signing Key',
    description:
      'At least 32 characters that nobody can guess, for example from "openssl rand -hex 32". Senders and response triggers need the same one.',
    placeholder: '',
    required: true,
  },
  {
    name: 'previousKey',
    label: 'Previous Signing Key',
    description:
      'While the key is changed: buttons made with the old one go on working until it is removed here.',
    placeholder: '',
    required: false,
  },
];
