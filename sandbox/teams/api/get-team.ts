import { type ApiError, refuse, tell } from './answer';
import type { Call, Method } from './call';
import { CHANNELS, type Channel, MEMBERS, TEAM } from './world';

/** Those that are there for everybody; a private one shows only where the app is in it. */
const LISTED: readonly Channel[] = CHANNELS.filter(
  ({ refusal }) => !refusal || refusal === 'ConversationBlockedByUser',
);

/** `GET /v3/teams/{teamId}` */
export const getTeam: Method = (call) => {
  const error = teamError(call);
  if (error) return refuse(error);
  return tell({ ...TEAM, channelCount: LISTED.length, memberCount: MEMBERS.length });
};

/** `GET /v3/teams/{teamId}/conversations`: the General channel has no name, so that each language has its own. */
export const getChannels: Method = (call) => {
  const error = teamError(call);
  if (error) return refuse(error);
  const conversations = LISTED.map(({ id, name }) => ({
    id,
    name: id === TEAM.id ? null : name,
    type: 'standard',
  }));
  return tell({ conversations });
};

function teamError({ bot, params, conversations, pace }: Call): ApiError | undefined {
  const found = conversations.find(bot, params.teamId ?? '');
  if ('code' in found) return found;
  if (found.id !== TEAM.id) {
    return { code: 'ConversationNotFound', reason: `${found.name} is no team.` };
  }
  return pace.enter('get conversations', bot.name, TEAM.name);
}
