import type { ChatFields } from './chat-fields';

export const slack: ChatFields = {
  authentications: [
    { value: 'webhook', label: 'Webhook' },
    { value: 'bot', label: 'Bot' },
  ],
  channel: {
    description:
      'Where the bot posts: the ID of a channel (C…, G…), which channel details show at the bottom',
    placeholder: 'e.g. C0123456789',
  },
  person: {
    description:
      'Who reads it: the ID of a member (U…, W…), which the profile shows under Copy member ID',
    placeholder: 'e.g. U0123456789',
  },
  mentions: {
    description: 'Members and groups by ID (U…, S…), or here, channel, everyone',
    placeholder: 'e.g. here',
  },
  own: [],
  credentials: {
    webhook: [
      {
        name: 'webhookUrl',
        label: 'Webhook URL',
        description:
          'The address Slack shows under Incoming Webhooks of your Slack app. Whoever has it can post to the channel.',
        placeholder: 'https://hooks.slack.com/services/…',
        required: true,
      },
    ],
    bot: [
      {
        name: 'accessToken',
        label: 'Bot Token',
        description:
          'The Bot User OAuth Token under OAuth & Permissions of your Slack app. It needs the scope chat:write.',
        placeholder: 'xoxb-…',
        required: true,
      },
      {
        name: 'baseUrl',
        label: 'Base URL',
        description:
          "The address of Slack's API where it is another than https://slack.com/api: GovSlack's, or a proxy's.",
        placeholder: 'https://slack.com/api',
        required: false,
        secret: false,
      },
      {
        name: 'signingSecret',
        label: 'Signing Secret',
        description:
          'Proves that clicks and commands come from Slack: Basic Information, App Credentials of your Slack app. Two with a comma between them while it is changed.',
        placeholder: '32 letters and digits',
        required: false,
      },
      {
        name: 'appToken',
        label: 'App-Level Token',
        description:
          'For Socket Mode, which needs no public address: Basic Information, App-Level Tokens, with the scope connections:write.',
        placeholder: 'xapp-…',
        required: false,
      },
    ],
  },
};
