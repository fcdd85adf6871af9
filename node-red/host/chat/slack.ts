import type { ChatKind } from './connection';

export const SLACK_WEBHOOK: ChatKind = {
  chat: 'slack',
  transport: 'webhook',
  required: 'webhookUrl',
};
