import type { Size } from '../journal/entries';
import { type JsonObject, objectsIn, textOf } from '../judging/shape';
import { blockTexts } from './texts';

/** Observed, not documented: https://github.com/slackapi/bolt-js/issues/2509 */
export const LONGEST_BLOCKS = 13_200;

/** Longer texts are cut: https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
const LONGEST_TEXT = 40_000;

/** How much of what Slack allows a message uses: its blocks if it has any, else its text. */
export function sizeOf(payload: JsonObject): Size {
  const lists = [payload.blocks, ...objectsIn(payload.attachments).map(({ blocks }) => blocks)];
  const hasBlocks = lists.some((list) => objectsIn(list).length > 0);
  const used = hasBlocks
    ? [...blockTexts(lists)].reduce((sum, { text }) => sum + text.length, 0)
    : textOf(payload.text).length;
  return { used, limit: hasBlocks ? LONGEST_BLOCKS : LONGEST_TEXT, unit: 'characters' };
}
