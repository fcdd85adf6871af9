import { h } from './dom.js';

/** Who you are in a chat, for as long as you like; `changed` is told when it is somebody else. */
export function personPicker(title, people, changed) {
  const select = h(
    'select',
    { 'aria-label': `You are, in ${title}`, onchange: changed },
    people.map(({ id, name }) => h('option', { value: id }, name)),
  );
  const chosen = () => people.find(({ id }) => id === select.value);
  const element = h('label', { className: 'you' }, h('span', {}, 'You are'), select);
  return { element, chosen };
}
