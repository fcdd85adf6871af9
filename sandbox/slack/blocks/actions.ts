import { z } from 'zod';
import { blockId } from './common';
import { interactive } from './elements';

export const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(interactive).min(1).max(25),
});
