import type { Destination } from '../host/chat/destination';

export const webhook: Destination = {
  chat: 'slack',
  transport: 'webhook',
  authentication: 'webhook',
  credentialType: 'alertwireSlackWebhookApi',
  credentialName: 'Alertwire Slack Webhook API',
};

export const bot: Destination = {
  chat: 'slack',
  transport: 'bot',
  authentication: 'bot',
  credentialType: 'alertwireSlackBotApi',
  credentialName: 'Alertwire Slack Bot API',
};

export const oAuth2: Destination = {
  chat: 'slack',
  transport: 'bot',
  authentication: 'oAuth2',
  credentialType: 'alertwireSlackOAuth2Api',
  credentialName: 'Alertwire Slack OAuth2 API',
};

/** Every way to reach the chat. */
export const destinations: readonly [Destination, ...Destination[]] = [webhook, bot, oAuth2];
