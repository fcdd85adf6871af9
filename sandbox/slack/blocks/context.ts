import { z } from 'zod';
import { blockId } from './common';
import { imageElement } from './image';
import { mrkdwn, plainText } from './text';

const element = z.discriminatedUnion('type', [imageElement, plainText(3000), mrkdwn(3000)], {
  error: 'A context element is an image, plain_text or mrkdwn',
});

export const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z.array(element).min(1).max(10),
});
