import { forbidden, refuse, tell } from './answer';
import type { Method } from './call';
import { rowsOf } from './paging';
import { toldChannel } from './told-channel';
import { CHANNELS, TEAM } from './world';

/** `GET /teams/{team_id}/channels`: the open ones, whoever is in them. */
export const getOpenChannels: Method = ({ bot, params, query }) => {
  if (params.team_id !== TEAM.id) {
    return refuse(forbidden(`${bot.username} belongs to no such team.`));
  }
  const open = CHANNELS.filter(({ type, archived }) => type === 'O' && !archived);
  return tell(rowsOf(open, query).map(toldChannel));
};
