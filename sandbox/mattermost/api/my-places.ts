import { type ApiError, forbidden, refuse, tell } from './answer';
import { asksFor, type Call, type Method } from './call';
import { isMember } from './channels';
import { toldChannel } from './told-channel';
import { TEAM } from './world';

/** `GET /users/{user_id}/teams` */
export const getTeamsOfUser: Method = (call) => {
  const error = otherUser(call);
  return error ? refuse(error) : tell([TOLD_TEAM]);
};

/** `GET /users/{user_id}/teams/{team_id}/channels`, with those for two. */
export const getChannelsOfTeam: Method = (call) => {
  const error = otherUser(call) ?? otherTeam(call);
  return error ? refuse(error) : tell(mine(call));
};

/** `GET /users/{user_id}/channels` */
export const getChannelsOfUser: Method = (call) => {
  const error = otherUser(call);
  return error ? refuse(error) : tell(mine(call));
};

function mine({ bot, query, channels }: Call) {
  const deletedToo = asksFor(query, 'include_deleted');
  return channels
    .all()
    .filter((channel) => isMember(bot, channel) && (deletedToo || !channel.archived))
    .map(toldChannel);
}

function otherUser({ bot, params }: Call): ApiError | undefined {
  if (params.user_id === bot.id) return undefined;
  return forbidden(`${bot.username} may only ask for its own.`);
}

function otherTeam({ bot, params }: Call): ApiError | undefined {
  if (params.team_id === TEAM.id) return undefined;
  return forbidden(`${bot.username} belongs to no such team.`);
}

const TOLD_TEAM = {
  ...TEAM,
  create_at: 1_570_000_000_000,
  update_at: 1_570_000_000_000,
  delete_at: 0,
  description: '',
  email: '',
  type: 'O',
  company_name: '',
  allowed_domains: '',
  invite_id: '',
  allow_open_invite: false,
  scheme_id: null,
  group_constrained: null,
  policy_id: null,
};
