import { measureBy } from '../size';
import type { Block } from './draw';
import * as limits from './limits';

const measured = measureBy({
  count: (json) => json.length,
  limit: limits.MESSAGE,
  unit: 'characters',
});

/** `bar`: what the details stand beside, and what stands for them where there is none. */
export const message = (
  text: string,
  blocks: readonly Block[],
  details: readonly Block[] = [],
  bar: Block = {},
) =>
  measured({
    text,
    blocks,
    ...(details.length > 0 && { attachments: [{ ...bar, blocks: details }] }),
    unfurl_links: false,
    unfurl_media: false,
  });
