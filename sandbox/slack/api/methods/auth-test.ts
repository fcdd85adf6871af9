import { TEAM } from '../apps';
import type { Method } from '../method';

/** https://docs.slack.dev/reference/methods/auth.test */
export const authTest: Method = {
  scopes: [],
  rate: 'hundreds',
  run: ({ app }) => ({
    says: {
      url: TEAM.url,
      team: TEAM.name,
      user: app.name.toLowerCase(),
      team_id: TEAM.id,
      user_id: app.userId,
      bot_id: app.botId,
      is_enterprise_install: false,
    },
  }),
};
