import { h } from './dom.js';

/** Where a command, a mention of an app or plain words are typed. */
export function sayLine(title, placeholder, say) {
  const input = h('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    placeholder,
    'aria-label': `Say in ${title}`,
  });
  const send = h('button', { type: 'submit', 'aria-label': `Send to ${title}` }, 'Send');

  async function onSubmit(event) {
    event.preventDefault();
    const text = input.value;
    if (text.trim() === '') return;
    input.value = '';
    send.disabled = true;
    await say(text);
    send.disabled = false;
  }

  return h('form', { className: 'say', onsubmit: onSubmit, noValidate: true }, input, send);
}
