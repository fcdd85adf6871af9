import { clockTime, h } from './dom.js';
import { jsonView } from './json-view.js';

const SHOWN = 8;

/** Characters of an answer that are worth reading. */
const LONGEST = 300;

/** Requests that did not go well, newest first, each with the reason and where it is written. */
export function refusalStrip() {
  const list = h('ol', { className: 'refusals' });
  const count = h('span', { className: 'pill bad' });
  const newest = h('span', { className: 'newest' });
  const element = h(
    'details',
    { className: 'refusal-strip', hidden: true },
    h('summary', {}, 'Refused or broken ', count, newest),
    list,
  );
  let total = 0;

  function add(request) {
    total += 1;
    count.textContent = total;
    newest.textContent = [request.status ?? 'broken', request.code].join(' ');
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

function item(request) {
  const { code, status, reason, source, channel, payload, at, verdict, bodySize } = request;
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
    told(request),
    payload && h('details', {}, h('summary', {}, `Payload, ${bodySize} bytes`), jsonView(payload)),
  );
}

/** What the sender learned, where it is not the refusal itself. */
function told({ code, answer, late, status }) {
  if (late) return h('p', { className: 'faint' }, `The sender was told ${status}: all is well.`);
  if (!answer || answer === code) return undefined;
  return h('p', { className: 'faint' }, 'The sender was told ', h('code', {}, shortened(answer)));
}

function shortened(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
