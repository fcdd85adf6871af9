import type { BotTransport } from '../platform';

/** Posting as a robot of one's own app, which can also change what it posted. */
export const bot: BotTransport | undefined = undefined;
