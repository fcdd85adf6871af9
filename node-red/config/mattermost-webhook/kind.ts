import type { ChatKind } from '../../host/chat/connection';

export const kind: ChatKind = {
  chat: 'mattermost',
  transport: 'webhook',
  connection: 'alertwire-mattermost-webhook',
  alert: 'alertwire-mattermost-alert',
};
