import { h } from './dom.js';

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
    mark();
    onOpen(channel);
  }

  function mark() {
    for (const [channel, button] of buttons) {
      button.setAttribute('aria-pressed', String(channel === current));
      button.querySelector('.count').textContent = counts.get(channel) ?? '';
    }
  }

  mark();
  return {
    element: h('div', { className: 'tabs', role: 'group', 'aria-label': 'Channels' }, [
      ...buttons.values(),
    ]),
    current: () => current,
    count: (channel) => {
      counts.set(channel, (counts.get(channel) ?? 0) + 1);
      mark();
    },
    clear: () => {
      counts.clear();
      mark();
    },
  };
}
