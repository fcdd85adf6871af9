import type { BotTransport } from '../platform';
import { check } from './check';
import { checkBotCredential } from './check-bot-credential';
import { channels, people } from './lists';
import { placeOf } from './places';
import { post, remove, reply, update } from './posting';
import { personByEmail } from './roster';
import { whisper } from './whisper';

/**
 * A post that is sent twice is there twice, and a bot cannot read a channel to look for it. Lists are
 * of a team or channel that the search names.
 */
export const bot: BotTransport = {
  updates: true,
  post,
  update,
  reply,
  remove,
  whisper,
  channelOf: placeOf,
  repeatable: false,
  check,
  channels,
  people,
  personByEmail,
  checkCredential: checkBotCredential,
  /** In one conversation: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
  rate: { requests: 60, perMs: 30_000, burst: 5 },
};
