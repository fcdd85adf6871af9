import { h } from './dom.js';
import { wireView } from './wire-view.js';

/** A message as people see it, and behind it the wire. */
export function messageCard(message, requests, renderMessage) {
  const wire = h('details', { className: 'wire' }, h('summary', {}, 'The wire'));
  wire.addEventListener('toggle', () => wire.append(wireView(message, requests.get(message.id))), {
    once: true,
  });
  return h('article', { className: 'message' }, renderMessage(message), wire);
}
