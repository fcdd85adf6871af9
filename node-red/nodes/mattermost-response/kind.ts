import type { ResponseKind } from '../../host/response/kind';

export const kind: ResponseKind = {
  chat: 'mattermost',
  response: 'alertwire-mattermost-response',
  connection: 'alertwire-mattermost-bot',
  tellsAddress: true,
  /** A command may be set to GET, and has to be told that it must not be. */
  methods: ['POST', 'GET'],
};
