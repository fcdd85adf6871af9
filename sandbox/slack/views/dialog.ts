import { isObject, type JsonObject, objectsIn, textOf } from '../../judging/shape';
import type { Dialog, DialogField } from '../../people/people';
import { conversations } from '../api/conversations';
import { people } from '../api/people';
import { withIds } from '../identified';
import type { OpenView } from './views';

/** A modal as the page shows it: what it says, then its inputs, named by their blocks. */
export function dialogOf({ id, given }: OpenView, errors?: Record<string, string>): Dialog {
  const { title, submit, close } = given;
  const text = objectsIn(given.blocks).map(wordsIn).filter(Boolean).join('\n\n');
  return {
    id,
    title: plain(title),
    ...(text !== '' && { text }),
    submit: plain(submit) || plain(close) || 'Close',
    fields: inputsOf(given).map(fieldOf),
    ...(errors && { errors }),
  };
}

export function inputsOf({ blocks }: JsonObject): JsonObject[] {
  return withIds(blocks, 'v').filter(({ type }) => type === 'input');
}

const plain = (text: unknown) => (isObject(text) ? textOf(text.text) : '');

function wordsIn({ text, fields, elements, type }: JsonObject): string {
  if (type === 'input' || type === 'actions') return '';
  return [text, ...objectsIn(fields), ...objectsIn(elements)].map(plain).filter(Boolean).join('\n');
}

function fieldOf({ block_id, label, element, optional, hint }: JsonObject): DialogField {
  const input = isObject(element) ? element : {};
  const words = [plain(label), plain(hint)].filter(Boolean).join(' – ');
  const common = { name: textOf(block_id), label: words, ...(optional === true && { optional }) };
  if (input.type === 'plain_text_input') {
    const kind = input.multiline === true ? 'textarea' : 'text';
    return { ...common, kind, ...startsAs(textOf(input.initial_value)) };
  }
  return { ...common, kind: 'select', options: choices(input), ...startsAs(initial(input)) };
}

const startsAs = (value: string) => value !== '' && { value };

/** What can be picked in a menu, and how it is called. */
export function choices(input: JsonObject): { value: string; label: string }[] {
  if (input.type === 'users_select') {
    return people.map(({ id, realName }) => ({ value: id, label: realName }));
  }
  if (input.type === 'channels_select' || input.type === 'conversations_select') {
    const open = conversations.filter(({ type }) => type !== 'im');
    return open.map(({ id, name }) => ({ value: id, label: name }));
  }
  return optionsOf(input).map(({ text, value }) => ({ value: textOf(value), label: plain(text) }));
}

export function optionsOf({ options, option_groups: groups }: JsonObject): JsonObject[] {
  return [...objectsIn(options), ...objectsIn(groups).flatMap((one) => objectsIn(one.options))];
}

function initial(input: JsonObject): string {
  const { initial_option: option, initial_user: user } = input;
  const place = input.initial_channel ?? input.initial_conversation;
  return textOf(isObject(option) ? option.value : (user ?? place));
}
