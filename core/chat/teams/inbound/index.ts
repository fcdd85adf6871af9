import type { ChatPlatform } from '../../platform';

/** What people send back from Teams. */
export const inbound: ChatPlatform['inbound'] = {};
