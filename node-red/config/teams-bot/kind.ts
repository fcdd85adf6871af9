import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'teams',
  transport: 'bot',
  connection: 'alertwire-teams-bot',
  alert: 'alertwire-teams-alert',
};
