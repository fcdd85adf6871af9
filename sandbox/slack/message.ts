import { type JsonObject, objectsIn, textOf } from '../judging/shape';
import { attachmentsObjection } from './attachments';
import { blocksObjection } from './blocks';
import type { Objection } from './refusal';
import { LONGEST_BLOCKS, sizeOf } from './size';

/** The first thing Slack would object to in a message, if anything. */
export function objectionTo(payload: JsonObject): Objection | undefined {
  return (
    textObjection(payload) ??
    attachmentsObjection(payload.attachments) ??
    blocksObjection(everyBlockList(payload)) ??
    sizeObjection(payload)
  );
}

function textObjection({ text, blocks, attachments }: JsonObject): Objection | undefined {
  if (text !== undefined && text !== null && typeof text !== 'string') {
    return { code: 'invalid_payload', reason: 'The text is not a string.' };
  }
  const hasText = textOf(text).trim() !== '';
  if (hasText || !isEmpty(blocks) || !isEmpty(attachments)) return undefined;
  return { code: 'no_text', reason: 'The message has no text, no blocks and no attachments.' };
}

function isEmpty(list: unknown): boolean {
  return list === undefined || list === null || (Array.isArray(list) && list.length === 0);
}

/** The message's own blocks and those of its attachments, each list with its place. */
function everyBlockList({ blocks, attachments }: JsonObject) {
  const nested = objectsIn(attachments).map(({ blocks }, index) => ({
    place: `attachments[${index}].blocks`,
    blocks,
  }));
  return [{ place: 'blocks', blocks }, ...nested].filter(({ blocks }) => blocks != null);
}

function sizeObjection(payload: JsonObject): Objection | undefined {
  const { used, limit, unit } = sizeOf(payload);
  if (limit !== LONGEST_BLOCKS || used <= limit) return undefined;
  return {
    code: 'msg_blocks_too_long',
    reason: `The blocks hold ${used} ${unit} of text; more than ${limit} are refused.`,
    source: 'https://github.com/slackapi/bolt-js/issues/2509',
  };
}
