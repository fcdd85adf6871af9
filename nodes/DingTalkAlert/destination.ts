import type { Destination } from '../host/chat/destination';

export const destination: Destination = {
  chat: 'dingtalk',
  transport: 'webhook',
  credentialType: 'alertwireDingTalkRobotApi',
  credentialName: 'Alertwire DingTalk Robot API',
};
