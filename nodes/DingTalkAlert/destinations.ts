import type { Destination } from '../host/chat/destination';

export const webhook: Destination = {
  chat: 'dingtalk',
  transport: 'webhook',
  authentication: 'webhook',
  credentialType: 'alertwireDingTalkRobotApi',
  credentialName: 'Alertwire DingTalk Robot API',
};

export const bot: Destination = {
  chat: 'dingtalk',
  transport: 'bot',
  authentication: 'bot',
  credentialType: 'alertwireDingTalkAppApi',
  credentialName: 'Alertwire DingTalk App API',
};

/** Every way to reach the chat. */
export const destinations: readonly [Destination, ...Destination[]] = [webhook, bot];
