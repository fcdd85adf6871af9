import { z } from 'zod';
import { blockId } from './common';
import { plainText } from './text';

export const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plainText(150),
});
