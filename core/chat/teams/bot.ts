import type { BotTransport } from '../platform';

/** Posting with a bot, which can also change what it posted. */
export const bot: BotTransport | undefined = undefined;
