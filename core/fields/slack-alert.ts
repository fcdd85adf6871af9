import type { ChatFields } from './chat-fields';

export const slack: ChatFields = {
  authentications: [{ value: 'webhook', label: 'Webhook' }],
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
  },
};
