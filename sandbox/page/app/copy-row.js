import { h } from './dom.js';

/** A value with its name, ready to copy. */
export function copyRow(name, value) {
  const copy = h('button', { type: 'button', className: 'quiet', onclick: onCopy }, 'Copy');

  async function onCopy() {
    await navigator.clipboard.writeText(value).then(
      () => {
        copy.textContent = 'Copied';
      },
      () => window.getSelection().selectAllChildren(text),
    );
  }

  const text = h('code', { className: 'address', title: value }, value);
  return h('div', { className: 'row' }, h('span', { className: 'caption' }, name), text, copy);
}
