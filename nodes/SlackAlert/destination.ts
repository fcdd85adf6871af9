import type { Destination } from '../host/chat/destination';

export const destination: Destination = {
  chat: 'slack',
  transport: 'webhook',
  credentialType: 'alertwireSlackWebhookApi',
  credentialName: 'Alertwire Slack Webhook API',
};
