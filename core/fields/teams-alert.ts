import type { ChatFields } from './chat-fields';

export const teams: ChatFields = {
  authentications: [
    { value: 'webhook', label: 'Workflow (Webhook)' },
    { value: 'bot', label: 'Bot' },
  ],
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
    bot: [
      {
        name: 'clientId',
        label: 'Client ID',
        description:
          'The ID of the app behind the Azure Bot; entra.microsoft.com shows it under App registrations as Application (client) ID.',
        placeholder: '00000000-0000-0000-0000-000000000000',
        required: true,
        secret: false,
      },
      {
        name: 'clientSecret',
        label: 'Client Secret',
        description:
          'The value of a client secret of that app, from Certificates & secrets; not the ID of the secret.',
        placeholder: '',
        required: true,
      },
      {
        name: 'tenantId',
        label: 'Tenant ID',
        description:
          'The tenant the bot is registered for: Directory (tenant) ID. A bot that was registered for many tenants before August 2025 takes botframework.com, and can start no direct messages.',
        placeholder: '00000000-0000-0000-0000-000000000000',
        required: true,
        secret: false,
      },
      {
        name: 'serviceUrl',
        label: 'Service URL',
        description:
          'Where messages go, in government clouds and in China; empty for https://smba.trafficmanager.net/teams.',
        placeholder: 'https://smba.infra.gov.teams.microsoft.us/teams',
        required: false,
        secret: false,
      },
      {
        name: 'loginUrl',
        label: 'Login URL',
        description:
          'Where the token comes from; empty for the login of the cloud that the service URL belongs to.',
        placeholder: 'https://login.microsoftonline.us',
        required: false,
        secret: false,
      },
      {
        name: 'allowedTenants',
        label: 'Allowed Tenants',
        description:
          'Whose people may send commands beside those of the tenant ID: tenant IDs with commas between them. A bot for many tenants needs them, as anybody could add it.',
        placeholder: '00000000-0000-0000-0000-000000000000, …',
        required: false,
        secret: false,
      },
      {
        name: 'outgoingToken',
        label: 'Outgoing Webhook Token',
        description:
          'The security token that Teams shows once, when an outgoing webhook is created: Manage team → Apps → Create an outgoing webhook. Only needed where commands come that way.',
        placeholder: '',
        required: false,
      },
      {
        name: 'openIdUrl',
        label: 'OpenID Metadata URL',
        description:
          'Where the keys are published with which Teams signs what it sends to the bot; empty for those of the cloud that the service URL belongs to.',
        placeholder: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        required: false,
        secret: false,
      },
    ],
  },
};
