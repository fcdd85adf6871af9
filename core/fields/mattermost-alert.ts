import type { ChatFields } from './chat-fields';

export const mattermost: ChatFields = {
  authentications: [
    { value: 'webhook', label: 'Webhook' },
    { value: 'bot', label: 'Bot' },
  ],
  channel: {
    description:
      'Where the bot posts: the ID of a channel, which View Info shows, or team/channel as in the address bar',
    placeholder: 'e.g. ops/town-square',
  },
  person: {
    description: 'Who reads it: a username, or the ID of a user',
    placeholder: 'e.g. ada',
  },
  mentions: {
    description: 'Usernames and groups, or here, channel, all',
    placeholder: 'e.g. here',
  },
  own: [
    {
      name: 'priority',
      label: 'Priority',
      kind: 'options',
      default: 'standard',
      description: 'How a message that calls somebody is marked',
      options: [
        { value: 'standard', label: 'Standard' },
        { value: 'important', label: 'Important' },
        { value: 'urgent', label: 'Urgent' },
      ],
    },
    {
      name: 'channel',
      label: 'Channel',
      kind: 'string',
      default: '',
      transport: 'webhook',
      description:
        'Another channel by its name in the address bar, or a person as @name; empty for that of the webhook',
      placeholder: 'e.g. town-square',
    },
  ],
  buttonsNeedAddress: true,
  credentials: {
    webhook: [
      {
        name: 'webhookUrl',
        label: 'Webhook URL',
        description:
          'The address Mattermost shows under Integrations, Incoming Webhooks. Whoever has it can post to the channel.',
        placeholder: 'https://mattermost.example.com/hooks/…',
        required: true,
      },
    ],
    bot: [
      {
        name: 'baseUrl',
        label: 'Base URL',
        description: 'The address of the Mattermost server, with its subpath where it has one.',
        placeholder: 'https://mattermost.example.com',
        required: true,
        secret: false,
      },
      {
        name: 'accessToken',
        label: 'Access Token',
        description:
          'The token of a bot account, which Mattermost shows once under Integrations, Bot Accounts.',
        placeholder: '26 letters and digits',
        required: true,
      },
      {
        name: 'commandToken',
        label: 'Command Token',
        description:
          'Proves that a slash command comes from Mattermost, which shows it once the command is saved. Several with commas between them, where teams or names have commands of their own.',
        placeholder: '26 letters and digits',
        required: false,
      },
    ],
  },
};
