import { z } from 'zod';
import { blockId, webAddress } from './common';

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
const style = z.record(z.string(), z.boolean()).optional();

const leaf = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
    z.strictObject({
      type: z.literal('link'),
      url: webAddress,
      text: z.string().optional(),
      unsafe: z.boolean().optional(),
      style,
    }),
    z.looseObject({ type: z.literal('emoji'), name: z.string() }),
    z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
    z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
    z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
    z.strictObject({
      type: z.literal('broadcast'),
      range: z.enum(['here', 'channel', 'everyone']),
      style,
    }),
  ],
  { error: 'This is not a rich text element the sandbox knows' },
);

const line = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) });

const part = z.discriminatedUnion(
  'type',
  [
    line,
    z.strictObject({
      type: z.literal('rich_text_list'),
      style: z.enum(['bullet', 'ordered']),
      elements: z.array(line),
      indent: z.int().min(0).max(8).optional(),
      offset: z.int().min(0).optional(),
      border: z.int().optional(),
    }),
    z.strictObject({
      type: z.literal('rich_text_preformatted'),
      elements: z.array(leaf),
      border: z.int().optional(),
    }),
    z.strictObject({
      type: z.literal('rich_text_quote'),
      elements: z.array(leaf),
      border: z.int().optional(),
    }),
  ],
  { error: 'This is not a part of rich text the sandbox knows' },
);

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(part).min(1),
});
