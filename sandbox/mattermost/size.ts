import type { Size } from '../journal/entries';
import { type JsonObject, textOf } from '../judging/shape';
import type { Objection } from './refusal';

/** A longer text becomes several posts: https://docs.mattermost.com/developers/integrate/webhooks/incoming */
export const LONGEST_TEXT = 16_383;

/** The default; a proxy in front may allow less. */
export const LARGEST_BODY = 300_000;

/** Go counts code points. */
export function sizeOf({ text }: JsonObject): Size {
  return { used: [...textOf(text)].length, limit: LONGEST_TEXT, unit: 'characters' };
}

export function sizeObjection(body: Buffer): Objection | undefined {
  if (body.length <= LARGEST_BODY) return undefined;
  const reason = `The body has ${body.length} bytes; more than ${LARGEST_BODY} are refused.`;
  return { code: 'too_large', reason };
}
