import { h } from './dom.js';

/** The webhook address of a channel and its secret, ready to copy, and what it answers. */
export function webhookLine({ url, answers, note, secret }) {
  return h(
    'div',
    { className: 'webhook' },
    copyRow('Webhook', url),
    secret && copyRow('Secret', secret),
    answers !== 'ok' && h('p', { className: 'closed-note' }, `${note} It answers ${answers}.`),
  );
}

function copyRow(name, value) {
  const copy = h('button', { type: 'button', className: 'quiet', onclick: onCopy }, 'Copy');

  async function onCopy() {
    await navigator.clipboard.writeText(value).then(
      () => {
        copy.textContent = 'Copied';
      },
      () => window.getSelection().selectAllChildren(text),
    );
  }

  const text = h('code', { className: 'address' }, value);
  return h('div', { className: 'row' }, h('span', { className: 'caption' }, name), text, copy);
}
