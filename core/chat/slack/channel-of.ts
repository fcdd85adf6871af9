import type { BotTransport } from '../platform';

/** Clicks name a channel by its id; a message may be posted to its name as well. */
const ID = /^[CG][A-Z0-9]{6,}$/;

export const channelOf: NonNullable<BotTransport['channelOf']> = (at) =>
  'channel' in at && at.channel && ID.test(at.channel.trim()) ? at.channel.trim() : undefined;
