import type { Destination } from '../host/chat/destination';

export const destination: Destination = {
  chat: 'teams',
  transport: 'webhook',
  credentialType: 'alertwireTeamsWorkflowApi',
  credentialName: 'Alertwire Teams Workflow API',
};
