import { z } from 'zod';
import { actionId, blockId } from './common';
import { checkboxes, menus, radioButtons } from './menus';
import { plainText } from './text';

// https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(150).optional(),
});

const element = z.discriminatedUnion('type', [plainTextInput, checkboxes, radioButtons, ...menus], {
  error: 'This is not an input the sandbox knows',
});

/** https://docs.slack.dev/reference/block-kit/blocks/input-block; the sandbox takes it in modals. */
export const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2000),
  element,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.literal(false).optional(),
});
