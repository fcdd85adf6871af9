import type { BotTransport } from '../platform';
import { isId } from './api-answer';

/** Clicks name a channel by its id; a message may be posted to `team/channel` as well. */
export const channelOf: NonNullable<BotTransport['channelOf']> = (at) =>
  'channel' in at && isId(at.channel?.trim()) ? at.channel?.trim() : undefined;
