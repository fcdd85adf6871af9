import type { Method } from '../method';

/** https://docs.slack.dev/reference/methods/apps.connections.open */
export const appsConnectionsOpen: Method = {
  scopes: ['connections:write'],
  token: 'app',
  run: ({ app, world }) => ({ says: { url: world.gateway.open(app) }, secret: 'url' }),
};
