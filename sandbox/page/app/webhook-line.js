import { h } from './dom.js';

/** The webhook address of a channel, ready to copy, and what it answers. */
export function webhookLine({ url, answers, note }) {
  const copy = h('button', { type: 'button', className: 'quiet', onclick: onCopy }, 'Copy');

  async function onCopy() {
    await navigator.clipboard.writeText(url).then(
      () => {
        copy.textContent = 'Copied';
      },
      () => window.getSelection().selectAllChildren(address),
    );
  }

  const address = h('code', { className: 'address' }, url);
  return h(
    'div',
    { className: 'webhook' },
    h('div', { className: 'row' }, h('span', { className: 'caption' }, 'Webhook'), address, copy),
    answers !== 'ok' && h('p', { className: 'closed-note' }, `${note} It answers ${answers}.`),
  );
}
