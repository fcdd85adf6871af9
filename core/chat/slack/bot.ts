import type { BotTransport } from '../platform';
import { channelOf } from './channel-of';
import { check } from './check';
import { checkBotCredential } from './check-bot-credential';
import { find } from './find';
import { channels, people, personByEmail } from './lists';
import { post, remove, reply, update, whisper } from './posting';

/** Posting with a bot token, which can also change what it posted. */
export const bot: BotTransport = {
  updates: true,
  post,
  update,
  reply,
  remove,
  whisper,
  find,
  /** Slack has no key that keeps it from posting twice: `find` looks first. */
  repeatable: false,
  channelOf,
  check,
  channels,
  people,
  personByEmail,
  checkCredential: checkBotCredential,
  /** One message a second in a channel, and 50 changes a minute: https://docs.slack.dev/apis/web-api/rate-limits */
  rate: { requests: 50, perMs: 60_000 },
};
