import type { ChatPlatform } from '../../platform';

/** What people send back from DingTalk. A custom robot only sends; it hears nothing. */
export const inbound: ChatPlatform['inbound'] = {};
