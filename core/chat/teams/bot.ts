import type { ChatTransport } from '../platform';

/** Posting with a bot, which can also change what it posted. */
export const bot: ChatTransport | undefined = undefined;
