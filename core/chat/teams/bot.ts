import type { BotTransport } from '../platform';
import { check } from './check';
import { checkBotCredential } from './check-bot-credential';
import { post, remove, reply, update } from './posting';
import { whisper } from './whisper';

/**
 * No lists and nobody by e-mail: a bot can only ask who is in a team it already knows. A post that
 * is sent twice is there twice, and a bot cannot read a channel to look for it.
 */
export const bot: BotTransport = {
  updates: true,
  post,
  update,
  reply,
  remove,
  whisper,
  repeatable: false,
  check,
  checkCredential: checkBotCredential,
  /** In one conversation: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
  rate: { requests: 60, perMs: 30_000, burst: 5 },
};
