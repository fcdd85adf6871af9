import { z } from 'zod';
import { blockId } from './common';

export const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
