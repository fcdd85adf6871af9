import type { ChatFields } from './chat-fields';

export const dingtalk: ChatFields = {
  authentications: [
    { value: 'webhook', label: 'Webhook' },
    { value: 'bot', label: 'Bot' },
  ],
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
    {
      name: 'cardCallback',
      alertsOnly: true,
      transport: 'bot',
      label: 'Buttons Answer By',
      kind: 'options',
      default: 'stream',
      description: 'How presses on the buttons of a card reach the response trigger',
      options: [
        { value: 'stream', label: 'Stream', description: 'Needs no address that can be reached' },
        { value: 'http', label: 'HTTP', description: 'At the address of the response trigger' },
      ],
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
    bot: [
      {
        name: 'clientId',
        label: 'Client ID',
        description:
          'The client ID (AppKey) of the app whose robot posts, from open-dev.dingtalk.com → the app → Credentials.',
        placeholder: 'ding…',
        required: true,
        secret: false,
      },
      {
        name: 'clientSecret',
        label: 'Client Secret',
        description: 'The client secret (AppSecret) that stands beside it.',
        placeholder: '',
        required: true,
      },
      {
        name: 'robotCode',
        label: 'Robot Code',
        description:
          'The code of the robot; empty where it is the client ID, as for apps of your own organization.',
        placeholder: 'ding…',
        required: false,
        secret: false,
      },
      {
        name: 'cardTemplateId',
        label: 'Card Template ID',
        description:
          'What alerts are drawn from: the ID of a published template, built on open-dev.dingtalk.com/fe/card as https://github.com/alertwire/alertwire/blob/main/docs/dingtalk-card.md says.',
        placeholder: '….schema',
        required: true,
        secret: false,
      },
      {
        name: 'baseUrl',
        label: 'Base URL',
        description:
          'The address of the API; empty for https://api.dingtalk.com, https://api.dingtalk.io for the international edition.',
        placeholder: 'https://api.dingtalk.io',
        required: false,
        secret: false,
      },
      {
        name: 'eventToken',
        label: 'Event Token',
        description:
          'The token (签名 token) of the event subscription by HTTP: open-dev.dingtalk.com → the app → Events and callbacks. Only needed where DingTalk checks the address of the response trigger with it.',
        placeholder: '',
        required: false,
      },
      {
        name: 'aesKey',
        label: 'Event AES Key',
        description: 'The key (加密 aes_key) of 43 letters and digits that stands beside it.',
        placeholder: '',
        required: false,
      },
    ],
  },
};
