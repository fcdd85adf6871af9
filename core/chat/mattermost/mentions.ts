import { mentionsBy } from '../mentions';
import { MENTIONS, NAME } from './limits';

/** Mattermost has no such mention; people who know Slack expect one. */
const NOBODY = 'everyone';
const USERNAME = new RegExp(`^[a-z0-9][a-z0-9._-]{0,${NAME - 1}}$`, 'i');

/** `@name` of a person, a group, or here, channel, all. */
export const mention = (name: string): string | undefined =>
  USERNAME.test(name) && name !== NOBODY ? `@${name.toLowerCase()}` : undefined;

export const mentionsOf = mentionsBy({ chat: 'Mattermost', most: MENTIONS, token: mention });
