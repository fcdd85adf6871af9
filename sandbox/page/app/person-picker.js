import { h } from './dom.js';

/** Who you are in a chat, for as long as you like. */
export function personPicker(title, people) {
  const select = h(
    'select',
    { 'aria-label': `You are, in ${title}` },
    people.map(({ id, name }) => h('option', { value: id }, name)),
  );
  const chosen = () => people.find(({ id }) => id === select.value);
  const element = h('label', { className: 'you' }, h('span', {}, 'You are'), select);
  return { element, chosen };
}
