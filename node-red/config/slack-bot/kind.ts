import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'slack',
  transport: 'bot',
  connection: 'alertwire-slack-bot',
  alert: 'alertwire-slack-alert',
};
