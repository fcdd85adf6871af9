import { h } from './dom.js';
import { newPlace } from './places.js';

/** A button for each channel with the number of its messages. */
export function channelTabs(places, onOpen) {
  const counts = new Map();
  const buttons = new Map(places.map((place) => [place.channel, tab(place)]));
  let current = places[0].channel;

  function tab({ channel, answers, note }) {
    return h(
      'button',
      {
        type: 'button',
        className: answers === 'ok' ? 'tab' : 'tab closed',
        title: note,
        onclick: () => open(channel),
      },
      channel,
      h('span', { className: 'count' }),
    );
  }

  function open(channel) {
    current = channel;
    buttons.get(channel).classList.remove('news');
    mark();
    onOpen(channel);
  }

  function mark() {
    for (const [channel, button] of buttons) {
      button.setAttribute('aria-pressed', String(channel === current));
      button.querySelector('.count').textContent = counts.get(channel) ?? '';
    }
  }

  function count(channel) {
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
    if (!buttons.has(channel)) add(channel);
    if (channel !== current) buttons.get(channel).classList.add('news');
    mark();
  }

  /** A channel nobody listed, as a direct message, comes where it is seen. */
  function add(channel) {
    const button = tab(newPlace(channel));
    const open = buttons.get(current);
    buttons.set(channel, button);
    open.after(button);
  }

  function clear() {
    counts.clear();
    for (const button of buttons.values()) button.classList.remove('news');
    mark();
  }

  const element = h('div', { className: 'tabs', role: 'group', 'aria-label': 'Channels' }, [
    ...buttons.values(),
  ]);
  mark();
  return { element, current: () => current, count, clear };
}
