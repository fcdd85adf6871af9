import type { BotTransport } from '../platform';
import { channelOf } from './channel-of';
import { check } from './check';
import { checkBotCredential } from './check-bot-credential';
import { channels, people, personByEmail } from './lists';
import { post, remove, reply, update, whisper } from './posting';
import { rate } from './rate';

/** Posting with a bot token, which can also change what it posted. */
export const bot: BotTransport = {
  updates: true,
  post,
  update,
  reply,
  remove,
  whisper,
  repeatable: true,
  channelOf,
  check,
  channels,
  people,
  personByEmail,
  checkCredential: checkBotCredential,
  rate,
};
