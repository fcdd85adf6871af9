import type { CredentialField } from './credential';

const ilert: readonly CredentialField[] = [
  {
    name: 'apiKey',
    label: 'API Key',
    description:
      'The API key of a user, from the user’s profile in ilert. What is done is done in this user’s name; the role must at least be Responder, and User to register webhooks.',
    placeholder: '',
    required: false,
  },
  {
    name: 'integrationKey',
    label: 'Integration Key',
    description:
      'The key of an alert source, from its page in ilert. Comments need it; without an API key, its alerts can be accepted, resolved, commented and created with it alone.',
    placeholder: '',
    required: false,
  },
  {
    name: 'baseUrl',
    label: 'Base URL',
    description: 'Where the API is; empty for https://api.ilert.com/api.',
    placeholder: 'https://api.ilert.com/api',
    required: false,
    secret: false,
  },
];

const flashduty: readonly CredentialField[] = [
  {
    name: 'appKey',
    label: 'APP Key',
    description:
      'The APP key of a person, from the account settings in Flashduty. What is done is done in this person’s name, who has to be allowed to manage incidents.',
    placeholder: '',
    required: true,
  },
  {
    name: 'baseUrl',
    label: 'Base URL',
    description:
      'Where the API is, for installations of one’s own; empty for https://api.flashcat.cloud.',
    placeholder: 'https://api.flashcat.cloud',
    required: false,
    secret: false,
  },
];

const FIELDS: ReadonlyMap<string, readonly CredentialField[]> = new Map([
  ['ilert', ilert],
  ['flashduty', flashduty],
]);

/** What has to be known to act at an on-call platform; nothing for one that is not known. */
export const onCallCredentialFieldsOf = (platform: string): readonly CredentialField[] =>
  FIELDS.get(platform) ?? [];
