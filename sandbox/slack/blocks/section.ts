import { z } from 'zod';
import { blockId } from './common';
import { accessory } from './elements';
import { anyText } from './text';

export const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text || fields, 'A section needs a text or fields');
