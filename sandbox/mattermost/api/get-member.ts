import { forbidden, refuse, tell } from './answer';
import { BOTS } from './bots';
import type { Method } from './call';
import { isMember } from './channels';
import { PEOPLE } from './world';

/** `GET /channels/{channel_id}/members/{user_id}`: only members may ask who is one. */
export const getMember: Method = ({ bot, params, channels }) => {
  const channel = channels.find(params.channel_id ?? '');
  if (!channel || !isMember(bot, channel)) {
    return refuse(forbidden(`${bot.username} is not in the channel.`));
  }
  const { user_id = '' } = params;
  const member = [...PEOPLE, ...BOTS].find(({ id }) => id === user_id);
  if (!member || !isMember(member, channel)) {
    const id = 'app.channel.get_member.missing.app_error';
    return refuse({ id, reason: 'No such person is in the channel.' });
  }
  return tell({
    channel_id: channel.id,
    user_id,
    roles: 'channel_user',
    last_viewed_at: 0,
    msg_count: 0,
    mention_count: 0,
    notify_props: {},
    last_update_at: 0,
    scheme_guest: false,
    scheme_user: true,
    scheme_admin: false,
  });
};
