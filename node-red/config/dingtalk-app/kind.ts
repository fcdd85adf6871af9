import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'dingtalk',
  transport: 'bot',
  connection: 'alertwire-dingtalk-app',
  alert: 'alertwire-dingtalk-alert',
};
