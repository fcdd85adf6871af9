/** As much of each chat as cards need; nothing but counting. */
export const CHATS = [
  {
    name: 'Slack, one channel, a bot',
    chat: 'slack',
    transport: 'bot',
    to: { channel: 'C0123456789' },
    answer: (count) => ({ ok: true, channel: 'C0123456789', ts: `1700000000.${count}` }),
  },
  {
    name: 'DingTalk, one robot, a webhook',
    chat: 'dingtalk',
    transport: 'webhook',
    answer: () => ({ errcode: 0, errmsg: 'ok' }),
  },
];
