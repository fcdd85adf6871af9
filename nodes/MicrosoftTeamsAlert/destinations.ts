import type { Destination } from '../host/chat/destination';

export const webhook: Destination = {
  chat: 'teams',
  transport: 'webhook',
  authentication: 'webhook',
  credentialType: 'alertwireTeamsWorkflowApi',
  credentialName: 'Alertwire Teams Workflow API',
};

export const bot: Destination = {
  chat: 'teams',
  transport: 'bot',
  authentication: 'bot',
  credentialType: 'alertwireTeamsBotApi',
  credentialName: 'Alertwire Teams Bot API',
};

/** Every way to reach the chat. */
export const destinations: readonly [Destination, ...Destination[]] = [webhook, bot];
