import type { ResponseKind } from '../../host/response/kind';

export const kind: ResponseKind = {
  chat: 'teams',
  response: 'alertwire-teams-response',
  connection: 'alertwire-teams-bot',
  outgoing: 'alertwire-teams-outgoing',
};
