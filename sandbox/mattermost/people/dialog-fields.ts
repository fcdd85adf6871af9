import type { Dialog, DialogField } from '../../people/people';
import { CHANNELS, PEOPLE } from '../api/world';
import type { DialogElement, OpenedDialog } from './dialog';

/** A dialog as somebody sees it. */
export function shownDialog(
  id: string,
  { title, introduction_text, elements, submit_label }: OpenedDialog,
  errors?: Record<string, string>,
): Dialog {
  return {
    id,
    title,
    ...(introduction_text && { text: introduction_text }),
    submit: submit_label || 'Submit',
    fields: elements.map(fieldOf),
    ...(errors && { errors }),
  };
}

function fieldOf(element: DialogElement): DialogField {
  const options = optionsOf(element);
  return {
    name: element.name,
    label: element.display_name,
    kind: element.type === 'textarea' ? 'textarea' : options ? 'select' : 'text',
    ...(element.default && { value: element.default }),
    ...(element.optional && { optional: true }),
    ...(options && { options }),
  };
}

function optionsOf({ type, data_source, options, placeholder }: DialogElement) {
  if (type === 'bool') return [...NO_OR_YES(placeholder)];
  if (type !== 'select' && type !== 'radio') return undefined;
  if (data_source === 'users') {
    return PEOPLE.map(({ id, username }) => ({ value: id, label: `@${username}` }));
  }
  if (data_source === 'channels') {
    return CHANNELS.map(({ id, name }) => ({ value: id, label: `~${name}` }));
  }
  return (options ?? []).map(({ value, text }) => ({ value, label: text }));
}

const NO_OR_YES = (words: string) => [
  { value: 'false', label: '☐' },
  { value: 'true', label: words ? `☑ ${words}` : '☑' },
];
