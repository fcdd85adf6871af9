import { clockTime, h } from './dom.js';
import { jsonView } from './json-view.js';

const SHOWN = 20;

/** What apps were told of what people did, newest first: what, who, and how it was answered. */
export function callbackStrip(people) {
  const list = h('ol', { className: 'callbacks' });
  const count = h('span', { className: 'pill' });
  const element = h(
    'details',
    { className: 'webhook callback-strip' },
    h('summary', {}, 'Calls ', count),
    list,
  );
  const nameOf = (by) => people.find(({ id }) => id === by)?.name ?? by;
  let total = 0;

  function add(callback) {
    total += 1;
    count.textContent = total;
    count.className = callback.reason === null && callback.status < 300 ? 'pill good' : 'pill bad';
    list.prepend(item(callback, nameOf(callback.by)));
    if (list.children.length > SHOWN) list.lastChild.remove();
  }

  function clear() {
    total = 0;
    count.textContent = total;
    count.className = 'pill';
    list.replaceChildren();
  }

  clear();

  return { element, add, clear };
}

function item({ kind, status, reason, ms, at, url, body, answer }, name) {
  const good = status !== null && status < 300;
  return h(
    'li',
    {},
    h(
      'div',
      { className: 'row' },
      h('span', { className: good ? 'pill good' : 'pill bad' }, status ?? 'no answer'),
      h('code', {}, kind),
      h(
        'span',
        { className: 'faint' },
        [name, `${ms} ms`, clockTime(at)].filter(Boolean).join(' · '),
      ),
    ),
    reason && h('p', {}, reason),
    h(
      'details',
      {},
      h('summary', {}, `To ${url}`),
      jsonView(readable(body)),
      answer && [h('h3', {}, 'It answered'), jsonView(readable(answer))],
    ),
  );
}

/** A body as people can read it: JSON, or the fields of a form, of which some are JSON. */
function readable(text) {
  const json = parsed(text);
  if (json !== undefined) return json;
  if (!/^[\w.-]+=[^\s<>]*$/.test(text)) return text;
  const fields = [...new URLSearchParams(text)];
  return Object.fromEntries(fields.map(([name, value]) => [name, parsedObject(value) ?? value]));
}

function parsedObject(text) {
  const value = parsed(text);
  return typeof value === 'object' ? value : undefined;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
