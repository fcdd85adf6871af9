import { post } from './api.js';
import { clockTime, h } from './dom.js';
import { jsonView } from './json-view.js';

const SHOWN = 20;

const tries = (attempts) => (attempts > 1 ? `sent ${attempts} times · ` : '');

/** The target's answers, newest first. */
export function deliveryList(id, labels) {
  const list = h('ol', { className: 'deliveries', 'aria-live': 'polite' });
  const empty = h(
    'p',
    { className: 'empty' },
    'Nothing sent yet. Play a bad night, or press one of the events.',
  );

  function add(delivery) {
    empty.hidden = true;
    list.prepend(item(delivery));
    if (list.children.length > SHOWN) list.lastChild.remove();
  }

  function item(delivery) {
    const { ok, status, ms, reason, eventType, at, attempts } = delivery;
    const again = () => post(`/${id}/resend`, { deliveryId: delivery.id });
    return h(
      'li',
      { className: 'delivery' },
      h(
        'details',
        {},
        h(
          'summary',
          {},
          h('span', { className: ok ? 'pill good' : 'pill bad' }, status ?? 'no answer'),
          h(
            'span',
            { className: 'delivery-label' },
            labels.get(eventType) ?? eventType ?? 'Pasted',
          ),
          h('span', { className: 'faint' }, `${tries(attempts)}${ms} ms · ${clockTime(at)}`),
        ),
        jsonView(delivery.body),
        h('button', { type: 'button', onclick: again }, 'Send the same body again'),
      ),
      !ok && reason && h('p', { className: 'delivery-reason' }, reason),
    );
  }

  function clear() {
    list.replaceChildren();
    empty.hidden = false;
  }

  const element = h('div', {}, h('h3', {}, 'Last answers'), empty, list);
  return { element, add, clear };
}
