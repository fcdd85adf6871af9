import type { Method } from './call';
import { patchPost, updatePost } from './change-post';
import { createDirect } from './create-direct';
import { createEphemeral } from './create-ephemeral';
import { createPost } from './create-post';
import { deletePost } from './delete-post';
import { getChannel, getChannelByTeamId, getChannelByTeamName } from './get-channel';
import { getMember } from './get-member';
import { getOpenChannels } from './get-open-channels';
import { getPost } from './get-post';
import { getUser, getUserByEmail, getUserByUsername } from './get-user';
import { getUsers, searchUsers } from './get-users';
import { getChannelsOfTeam, getChannelsOfUser, getTeamsOfUser } from './my-places';
import { routeTable } from './route-table';

/** https://developers.mattermost.com/api-documentation/ */
export const routes = routeTable<Method>([
  ['POST', '/posts', createPost],
  ['POST', '/posts/ephemeral', createEphemeral],
  ['GET', '/posts/{post_id}', getPost],
  ['PUT', '/posts/{post_id}', updatePost],
  ['PUT', '/posts/{post_id}/patch', patchPost],
  ['DELETE', '/posts/{post_id}', deletePost],
  ['POST', '/channels/direct', createDirect],
  ['GET', '/channels/{channel_id}', getChannel],
  ['GET', '/channels/{channel_id}/members/{user_id}', getMember],
  ['GET', '/teams/{team_id}/channels', getOpenChannels],
  ['GET', '/teams/name/{team_name}/channels/name/{channel_name}', getChannelByTeamName],
  ['GET', '/teams/{team_id}/channels/name/{channel_name}', getChannelByTeamId],
  ['GET', '/users', getUsers],
  ['POST', '/users/search', searchUsers],
  ['GET', '/users/{user_id}', getUser],
  ['GET', '/users/email/{email}', getUserByEmail],
  ['GET', '/users/username/{username}', getUserByUsername],
  ['GET', '/users/{user_id}/teams', getTeamsOfUser],
  ['GET', '/users/{user_id}/teams/{team_id}/channels', getChannelsOfTeam],
  ['GET', '/users/{user_id}/channels', getChannelsOfUser],
]);
