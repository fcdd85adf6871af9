import type { BotTransport } from '../platform';
import { check } from './check';
import { checkBotCredential } from './check-bot-credential';
import * as places from './places';
import { post, remove, reply, update } from './posting';
import { whisper } from './whisper';

/** A robot of one's own app. It cannot list its groups, nor look anybody up by e-mail. */
export const bot: BotTransport = {
  updates: true,
  post,
  update,
  reply,
  remove,
  whisper,
  /** Cards: key and place name them (outTrackId), so a second post finds the first. */
  repeatable: true,
  refOf: (to, key) => {
    const space = places.spaceOf(to);
    return space && places.cardRef(space, key);
  },
  /** A press does not say where it was, its button does. */
  channelOf: (at) => ('person' in at ? undefined : places.groupOf(at.channel)),
  check,
  checkCredential: checkBotCredential,
  /** Not documented for robots of apps; that of custom robots holds: https://open.dingtalk.com/document/robots/custom-robot-access */
  rate: { requests: 20, perMs: 60_000, burst: 5 },
};
