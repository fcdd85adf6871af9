import { h } from '../dom.js';
import { library } from '../library.js';
import { cardOf } from './card.js';

let libraries = [];

export async function prepare() {
  libraries = await Promise.all([
    library('adaptivecards', 'AdaptiveCards'),
    library('markdown-it', 'markdownit'),
  ]);
}

/** A message as Teams shows it: one post of the Workflows app for every card. */
export function renderMessage({ payload, at }) {
  const cards = payload.attachments.map(({ content }) => cardOf(content, ...libraries));
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return h(
    'div',
    { className: 'teams' },
    h('div', { className: 'avatar', 'aria-hidden': 'true' }, '⚡'),
    h(
      'div',
      { className: 'post' },
      h('div', { className: 'byline' }, h('strong', {}, 'Workflows'), h('time', {}, time)),
      cards,
    ),
  );
}
