import type { ChatFields } from './chat-fields';

export const teams: ChatFields = {
  authentications: [{ value: 'webhook', label: 'Workflow (Webhook)' }],
  channel: {
    description:
      'Where the bot posts: the ID of a channel or group chat (19:…), which the link to it holds',
    placeholder: 'e.g. 19:…@thread.tacv2',
  },
  person: {
    description: 'Who reads it: the Microsoft Entra object ID of a person who has the app',
    placeholder: 'e.g. 00000000-0000-0000-0000-000000000000',
  },
  mentions: {
    description:
      'People by user principal name or Microsoft Entra object ID, with the name the card shows before it: Ada Lovelace <ada@example.com>',
    placeholder: 'e.g. Ada Lovelace <ada@example.com>',
  },
  own: [],
  credentials: {
    webhook: [
      {
        name: 'webhookUrl',
        label: 'Workflow URL',
        description:
          'The address that the workflow “Send webhook alerts to a channel” shows in Teams. Its trigger has to be open to anyone; whoever has the address can post to the channel.',
        placeholder: 'https://….environment.api.powerplatform.com/powerautomate/…&sig=…',
        required: true,
      },
      {
        name: 'headerName',
        label: 'Header Name',
        description:
          'A second lock, if you want one: a header that a trigger condition of the flow asks for.',
        placeholder: 'X-Alertwire',
        required: false,
        secret: false,
      },
      {
        name: 'headerValue',
        label: 'Header Value',
        description: 'What the header has to say.',
        placeholder: '',
        required: false,
      },
    ],
  },
};
