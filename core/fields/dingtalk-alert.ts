import type { ChatFields } from './chat-fields';

export const dingtalk: ChatFields = {
  authentications: [{ value: 'webhook', label: 'Webhook' }],
  channel: {
    description: 'Where the robot posts: the open conversation ID of the group (cid…)',
    placeholder: 'e.g. cid…',
  },
  person: {
    description: 'Who reads it: the user ID of a member of the organisation',
    placeholder: 'e.g. manager4220',
  },
  mentions: {
    description:
      'Members by mobile number (abroad with + and country code) or by user ID, or all. DingTalk mentions nobody in an ActionCard',
    placeholder: 'e.g. 13800138000',
  },
  own: [
    {
      name: 'messageType',
      alertsOnly: true,
      label: 'Message Type',
      kind: 'options',
      default: 'auto',
      description: 'An ActionCard has buttons, a Markdown message can mention people',
      options: [
        { value: 'auto', label: 'ActionCard, or Markdown to Mention' },
        { value: 'markdown', label: 'Markdown' },
        { value: 'actionCard', label: 'ActionCard' },
      ],
    },
    {
      name: 'keyword',
      label: 'Keyword',
      kind: 'string',
      default: '',
      description:
        'One of the keywords the robot asks for, if it asks for any; put below messages that do not hold it already',
      placeholder: 'e.g. alert',
    },
    {
      name: 'openInBrowser',
      label: 'Open Links in the Browser',
      kind: 'boolean',
      default: false,
      description:
        'Whether links and buttons open in the browser on desktops, and not in a pane of DingTalk',
    },
  ],
  credentials: {
    webhook: [
      {
        name: 'webhookUrl',
        label: 'Webhook URL',
        description:
          'The address DingTalk shows in the settings of the custom robot. Whoever has it can post to the group.',
        placeholder: 'https://oapi.dingtalk.com/robot/send?access_token=…',
        required: true,
      },
      {
        name: 'secret',
        label: 'Secret',
        description:
          'The secret that starts with SEC, where the robot asks for a signature; empty otherwise.',
        placeholder: 'SEC…',
        required: false,
      },
    ],
  },
};
