import { z } from 'zod';

export const blockId = z.string().min(1).max(255).optional();

export const actionId = z.string().min(1).max(255).optional();

export const webAddress = z
  .string()
  .max(3000)
  .refine((url) => URL.canParse(url), 'This is not an absolute URL');

export const imageAddress = webAddress.refine(
  (url) => /^https?:/i.test(url),
  'Slack fetches images over http or https only',
);
