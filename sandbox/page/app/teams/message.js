import { h } from '../dom.js';
import { library } from '../library.js';
import { cardOf } from './card.js';
import { markdownWith } from './markdown.js';

let libraries = [];

export async function prepare() {
  libraries = await Promise.all([
    library('adaptivecards', 'AdaptiveCards'),
    library('markdown-it', 'markdownit'),
  ]);
}

/** What people type to an app. */
export const placeholder = '@Alertwire help';

/** A message as Teams shows it: of a person, a bot, or one post of the Workflows app for every card. */
export function renderMessage({ payload, at }, { press } = {}) {
  const { text, attachments, importance, from } = payload;
  const cards = (attachments ?? []).map(({ content }, index) =>
    cardOf(content, `/attachments/${index}/content`, press, libraries),
  );
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const urgency = URGENCIES[importance];
  return h(
    'div',
    { className: 'teams' },
    h('div', { className: 'avatar', 'aria-hidden': 'true' }, faceOf(from)),
    h(
      'div',
      { className: 'post' },
      h(
        'div',
        { className: 'byline' },
        h('strong', {}, from?.name ?? 'Workflows'),
        h('time', {}, time),
        urgency && h('span', { className: 'urgency' }, urgency),
      ),
      text && body(payload),
      cards,
    ),
  );
}

/** People have initials, apps a sign. */
function faceOf(from) {
  if (!from?.id?.startsWith('29:')) return '⚡';
  return from.name.replace(/(\p{L})\P{White_Space}*\s*/gu, '$1');
}

const URGENCIES = { high: 'Important!', urgent: 'Urgent!' };

/** What a bot wrote above its cards: markdown, unless it says otherwise. */
function body({ text, textFormat, entities }) {
  const [, markdownit] = libraries;
  const element = h('div', { className: 'body' });
  if (textFormat && textFormat !== 'markdown') element.textContent = text;
  else element.innerHTML = markdownWith(markdownit, mentionsIn(entities))(text);
  return element;
}

function mentionsIn(entities) {
  return (entities ?? []).filter(({ type }) => type === 'mention');
}
