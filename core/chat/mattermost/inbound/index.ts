import type { ChatPlatform } from '../../platform';

/** What people send back from Mattermost. */
export const inbound: ChatPlatform['inbound'] = {};
