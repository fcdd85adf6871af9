import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'teams',
  transport: 'webhook',
  connection: 'alertwire-teams-workflow',
  alert: 'alertwire-teams-alert',
};
