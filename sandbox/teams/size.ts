import type { Size } from '../journal/entries';
import type { JsonObject } from '../judging/shape';

/**
 * Observed in a failed run, `28897 > 28672`, after a request of 24,453 bytes; documented as "about
 * 28 KB": https://learn.microsoft.com/connectors/teams/
 */
export const LARGEST_MESSAGE = 28_672;

/** The largest message the flow posts. A posted card is a JSON text in the JSON of its message. */
export function sizeOf(cards: JsonObject[]): Size {
  const sizes = cards.map((card) => Buffer.byteLength(JSON.stringify(JSON.stringify(card))));
  return { used: Math.max(0, ...sizes), limit: LARGEST_MESSAGE, unit: 'bytes' };
}
