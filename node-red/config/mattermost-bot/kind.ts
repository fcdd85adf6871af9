import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'mattermost',
  transport: 'bot',
  connection: 'alertwire-mattermost-bot',
  alert: 'alertwire-mattermost-alert',
};
