import type { Inbound } from '../../../answers/inbound';
import { heard, jsonReply } from '../../../answers/said';

/** Proved, but nothing that means anything here: an answer all the same, or people see an error. */
export const nothingHere = (what: string): Inbound =>
  heard({
    reply: jsonReply({}),
    warnings: [`Mattermost sent ${what}, which means nothing here.`],
  });
