import { z } from 'zod';
import { actionId, webAddress } from './common';
import { confirm } from './confirm';
import { anyText, plainText } from './text';

// https://docs.slack.dev/reference/block-kit/composition-objects/option-object
const option = z.strictObject({
  text: anyText(75),
  value: z.string().max(150),
  description: anyText(75).optional(),
  url: webAddress.optional(),
});

const common = {
  action_id: actionId,
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(option).min(1).max(5),
  confirm: confirm.optional(),
});

export const checkboxes = z.strictObject({
  ...common,
  type: z.literal('checkboxes'),
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).max(10).optional(),
});

export const radioButtons = z.strictObject({
  ...common,
  type: z.literal('radio_buttons'),
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
});

const menu = { ...common, placeholder: plainText(150).optional() };

const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

const staticSelect = z.strictObject({
  ...menu,
  type: z.literal('static_select'),
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
  initial_option: option.optional(),
});

const usersSelect = z.strictObject({
  ...menu,
  type: z.literal('users_select'),
  initial_user: z.string().optional(),
});

const conversationsSelect = z.strictObject({
  ...menu,
  type: z.literal('conversations_select'),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
});

const channelsSelect = z.strictObject({
  ...menu,
  type: z.literal('channels_select'),
  initial_channel: z.string().optional(),
  response_url_enabled: z.boolean().optional(),
});

export const menus = [staticSelect, usersSelect, conversationsSelect, channelsSelect] as const;
