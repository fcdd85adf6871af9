import type { ChatKind } from '../../host/chat/connection';

export const SLACK_WEBHOOK: ChatKind = {
  chat: 'slack',
  transport: 'webhook',
  connection: 'alertwire-slack-webhook',
  alert: 'alertwire-slack-alert',
};
