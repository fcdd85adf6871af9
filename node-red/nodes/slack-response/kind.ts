import type { ResponseKind } from '../../host/response/kind';

export const kind: ResponseKind = {
  chat: 'slack',
  response: 'alertwire-slack-response',
  connection: 'alertwire-slack-bot',
};
