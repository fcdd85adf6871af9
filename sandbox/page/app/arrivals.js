import { h } from './dom.js';

/** What reached each chat since the last start: how many messages came in and how many did not. */
export function arrivals(chats) {
  let counts;
  const element = h('p', { className: 'chips arrivals', role: 'status' });

  function start() {
    counts = new Map();
    show();
  }

  function clear() {
    counts = undefined;
    element.replaceChildren();
  }

  function add({ platform, verdict }) {
    if (!counts) return;
    const { taken = 0, refused = 0 } = counts.get(platform) ?? {};
    const next =
      verdict === 'accepted' ? { taken: taken + 1, refused } : { taken, refused: refused + 1 };
    counts.set(platform, next);
    show();
  }

  function show() {
    const reached = chats.filter(({ id }) => counts.has(id));
    element.replaceChildren(...reached.map(({ id, title }) => chip(title, counts.get(id))));
  }

  return { element, start, add, clear };
}

function chip(title, { taken, refused }) {
  const parts = [taken > 0 && `${taken} shown`, refused > 0 && `${refused} refused`];
  const sentence = `${title}: ${parts.filter(Boolean).join(', ')}`;
  return h('span', { className: refused > 0 ? 'pill bad' : 'pill good' }, sentence);
}
