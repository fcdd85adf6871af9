import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'slack',
  transport: 'webhook',
  connection: 'alertwire-slack-webhook',
  alert: 'alertwire-slack-alert',
};
