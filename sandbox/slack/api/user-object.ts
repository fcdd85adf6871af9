import type { JsonObject } from '../../judging/shape';
import { type SlackApp, TEAM } from './apps';
import type { SlackPerson } from './people';

const UPDATED = 1_502_138_686;

/** https://docs.slack.dev/reference/objects/user-object; the address only with users:read.email. */
export function userObject(person: SlackPerson, { scopes }: SlackApp): JsonObject {
  const { id, username, realName, email, deactivated = false } = person;
  const shown = scopes.includes('users:read.email') ? { email } : {};
  return {
    id,
    team_id: TEAM.id,
    name: username,
    deleted: deactivated,
    ...(!deactivated && { real_name: realName, tz: 'Etc/UTC', tz_label: 'UTC', tz_offset: 0 }),
    profile: {
      real_name: realName,
      real_name_normalized: realName,
      display_name: username,
      display_name_normalized: username,
      team: TEAM.id,
      ...shown,
    },
    is_bot: false,
    is_app_user: false,
    updated: UPDATED,
  };
}

/** A bot is a user too. */
export function botObject({ userId, botId, appId, name }: SlackApp): JsonObject {
  return {
    id: userId,
    team_id: TEAM.id,
    name: name.toLowerCase(),
    deleted: false,
    real_name: name,
    profile: { real_name: name, display_name: '', bot_id: botId, api_app_id: appId, team: TEAM.id },
    is_bot: true,
    is_app_user: false,
    updated: UPDATED,
  };
}
