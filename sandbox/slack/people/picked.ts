import { type JsonObject, textOf } from '../../judging/shape';
import { choices, optionsOf } from '../views/dialog';

/** What a menu or an input holds after somebody picked or typed, as payloads tell it. */
export function picked(element: JsonObject, value: string | undefined): JsonObject | undefined {
  const { type } = element;
  if (type === 'plain_text_input') return { type, value: value === '' ? null : (value ?? null) };
  if (value === undefined || value === '') return { type, ...nothing(textOf(type)) };
  if (!choices(element).some((choice) => choice.value === value)) return undefined;
  const option = optionsOf(element).find((one) => one.value === value);
  switch (type) {
    case 'users_select':
      return { type, selected_user: value };
    case 'channels_select':
      return { type, selected_channel: value };
    case 'conversations_select':
      return { type, selected_conversation: value };
    case 'checkboxes':
      return { type, selected_options: [option] };
    default:
      return { type, selected_option: option };
  }
}

function nothing(type: string): JsonObject {
  if (type === 'users_select') return { selected_user: null };
  if (type === 'channels_select') return { selected_channel: null };
  if (type === 'conversations_select') return { selected_conversation: null };
  return type === 'checkboxes' ? { selected_options: [] } : { selected_option: null };
}
