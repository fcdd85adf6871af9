import { z } from 'zod';
import { blockId, imageAddress } from './common';
import { plainText } from './text';

const picture = {
  type: z.literal('image'),
  image_url: imageAddress,
  alt_text: z.string().min(1).max(2000),
};

export const imageElement = z.strictObject(picture);

export const image = z.strictObject({
  ...picture,
  block_id: blockId,
  title: plainText(2000).optional(),
});
