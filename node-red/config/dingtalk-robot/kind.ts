import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'dingtalk',
  transport: 'webhook',
  connection: 'alertwire-dingtalk-robot',
  alert: 'alertwire-dingtalk-alert',
};
