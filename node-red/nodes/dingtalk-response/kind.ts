import type { ResponseKind } from '../../host/response/kind';

export const kind: ResponseKind = {
  chat: 'dingtalk',
  response: 'alertwire-dingtalk-response',
  connection: 'alertwire-dingtalk-app',
  tellsAddress: true,
};
