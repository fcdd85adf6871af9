import type { ChatPlatform } from '../../platform';

/** What people send back from Slack. */
export const inbound: ChatPlatform['inbound'] = {};
