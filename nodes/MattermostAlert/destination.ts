import type { Destination } from '../host/chat/destination';

export const destination: Destination = {
  chat: 'mattermost',
  transport: 'webhook',
  credentialType: 'alertwireMattermostWebhookApi',
  credentialName: 'Alertwire Mattermost Webhook API',
};
