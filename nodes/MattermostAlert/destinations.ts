import type { Destination } from '../host/chat/destination';

export const webhook: Destination = {
  chat: 'mattermost',
  transport: 'webhook',
  authentication: 'webhook',
  credentialType: 'alertwireMattermostWebhookApi',
  credentialName: 'Alertwire Mattermost Webhook API',
};

export const bot: Destination = {
  chat: 'mattermost',
  transport: 'bot',
  authentication: 'bot',
  credentialType: 'alertwireMattermostBotApi',
  credentialName: 'Alertwire Mattermost Bot API',
};

/** Every way to reach the chat. */
export const destinations: readonly [Destination, ...Destination[]] = [webhook, bot];
