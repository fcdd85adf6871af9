import { forbidden, refuse, tell } from './answer';
import { asksFor, type Call, type Method } from './call';
import { mayRead } from './channels';
import { toldChannel } from './told-channel';
import { TEAM } from './world';

/** `GET /channels/{channel_id}` */
export const getChannel: Method = ({ bot, params, channels }) => {
  const channel = channels.find(params.channel_id ?? '');
  if (!channel) {
    const reason = 'No channel has this id.';
    return refuse({ id: 'app.channel.get.existing.app_error', reason });
  }
  if (mayRead(bot, channel)) return tell(toldChannel(channel));
  return refuse(forbidden(`${bot.username} was not added to the private channel.`));
};

/** `GET /teams/name/{team_name}/channels/name/{channel_name}` */
export const getChannelByTeamName: Method = (call) => {
  if (call.params.team_name === TEAM.name) return getByName(call);
  const reason = 'No team has this name.';
  return refuse({ id: 'app.team.get_by_name.missing.app_error', reason });
};

/** `GET /teams/{team_id}/channels/name/{channel_name}` */
export const getChannelByTeamId: Method = (call) =>
  call.params.team_id === TEAM.id ? getByName(call) : refuse(MISSING);

/** A private channel somebody does not belong to is as good as none. */
function getByName({ bot, params, query, channels }: Call) {
  const deletedToo = asksFor(query, 'include_deleted');
  const channel = channels.all().find(({ name }) => name === params.channel_name);
  if (!channel || (channel.archived && !deletedToo)) return refuse(MISSING);
  return mayRead(bot, channel) ? tell(toldChannel(channel)) : refuse(MISSING);
}

const MISSING = {
  id: 'app.channel.get_by_name.missing.app_error',
  reason: 'No channel the bot may know has this name.',
} as const;
