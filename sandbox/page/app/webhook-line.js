import { copyRow } from './copy-row.js';
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
