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

/** https://developers.mattermost.com/api-documentation/ */
const METHODS: readonly [verb: string, path: string, method: Method][] = [
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
];

const ROUTES = METHODS.map(([verb, path, method]) => ({ verb, pattern: patternOf(path), method }));

export interface Route {
  method: Method;
  params: Record<string, string>;
}

export function routeOf(verb: string, path: string): Route | undefined {
  for (const route of ROUTES) {
    const match = route.verb === verb ? route.pattern.exec(path) : null;
    if (match) return { method: route.method, params: { ...match.groups } };
  }
  return undefined;
}

/** A path of the API holds no password; what nobody knows might. */
export function isKnown(path: string): boolean {
  return ROUTES.some(({ pattern }) => pattern.test(path));
}

/** An id holds letters and digits only, so that nothing else is taken for one. */
function patternOf(path: string): RegExp {
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name.endsWith('_id') ? `(?<${name}>[A-Za-z0-9]+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^/api/v4${pattern}$`);
}
