import { clockTime, h } from './dom.js';
import { jsonView } from './json-view.js';

const SHOWN = 8;

/** Requests that did not go well, newest first, each with the reason and where it is written. */
export function refusalStrip() {
  const list = h('ol', { className: 'refusals' });
  const count = h('span', { className: 'pill bad' });
  const element = h(
    'details',
    { className: 'refusal-strip', open: true, hidden: true },
    h('summary', {}, 'Refused or broken ', count),
    list,
  );
  let total = 0;

  function add(request) {
    total += 1;
    count.textContent = total;
    element.hidden = false;
    list.prepend(item(request));
    if (list.children.length > SHOWN) list.lastChild.remove();
  }

  function clear() {
    total = 0;
    list.replaceChildren();
    element.hidden = true;
  }

  return { element, add, clear };
}

function item({ code, status, reason, source, channel, payload, at, verdict, bodySize }) {
  return h(
    'li',
    {},
    h(
      'div',
      { className: 'row' },
      h(
        'span',
        { className: verdict === 'faulted' ? 'pill warn' : 'pill bad' },
        status ?? 'broken',
      ),
      h('code', {}, code),
      h('span', { className: 'faint' }, `${channel ?? 'unknown address'} · ${clockTime(at)}`),
    ),
    h(
      'p',
      {},
      `${reason} `,
      source &&
        h('a', { href: source, target: '_blank', rel: 'noreferrer noopener' }, 'Where it says so'),
    ),
    payload && h('details', {}, h('summary', {}, `Payload, ${bodySize} bytes`), jsonView(payload)),
  );
}
