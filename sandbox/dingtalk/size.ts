import type { Size } from '../journal/entries';
import type { Objection } from './refusal';

/** Of the body, as far as anybody has seen: https://open.dingtalk.com/document/robots/custom-robot-access */
const LARGEST_BYTES = 20_000;

export function sizeOf(body: Buffer): Size {
  return { used: body.length, limit: LARGEST_BYTES, unit: 'bytes' };
}

export function sizeObjection(body: Buffer): Objection | undefined {
  if (body.length <= LARGEST_BYTES) return undefined;
  const reason = `The body has ${body.length} bytes; more than ${LARGEST_BYTES} are refused.`;
  return { code: 'message_too_long', reason };
}
