import { h } from '../dom.js';
import { renderCard } from './card.js';
import { webhookForm } from './robot-message.js';
import { renderLink, renderMarkdown } from './text.js';

/** A message as DingTalk shows it: a robot's bubble or card, and below it who was called. */
export function renderMessage({ payload, at, pings = [] }, { press } = {}) {
  const { person } = payload;
  const isCard = payload.cardTemplateId !== undefined;
  const message = isCard || payload.msgtype ? payload : webhookForm(payload);
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return h(
    'div',
    { className: 'dingtalk' },
    h('div', { className: 'avatar', 'aria-hidden': 'true' }, person ? person[0] : '⚡'),
    h(
      'div',
      { className: 'post' },
      h(
        'div',
        { className: 'byline' },
        h('strong', {}, person ?? payload.robot ?? 'Alertwire'),
        !person && h('span', { className: 'robot' }, '机器人'),
        h('time', {}, time),
      ),
      isCard
        ? renderCard(payload, press)
        : h('div', { className: `bubble ${message.msgtype}` }, bodyOf(message, pings, press)),
      pings.length > 0 && h('div', { className: 'called' }, `Notified: ${pings.join(' ')}`),
    ),
  );
}

function bodyOf({ msgtype, [msgtype]: message }, pings, press) {
  return BODIES[msgtype]?.(message, pings, press) ?? [];
}

const BODIES = {
  text: ({ content }) => h('div', { className: 'plain' }, content),
  markdown: ({ text }, pings, press) => renderMarkdown(text, pings, press),
  actionCard: (card, _pings, press) => [renderMarkdown(card.text, [], press), buttons(card)],
  link: ({ title, text, messageUrl }) => [
    h('div', { className: 'heading h4' }, renderLink(messageUrl, title)),
    h('div', { className: 'plain' }, text),
  ],
  feedCard: ({ links }) =>
    links.map(({ title, messageURL }) =>
      h('div', { className: 'feed-line' }, renderLink(messageURL, title)),
    ),
};

function buttons({ btns, btnOrientation, singleTitle, singleURL }) {
  const all = singleTitle ? [{ title: singleTitle, actionURL: singleURL }] : btns;
  const beside = btnOrientation === '1';
  return h(
    'div',
    { className: beside ? 'buttons beside' : 'buttons' },
    all.map(({ title, actionURL }) => renderLink(actionURL, title, 'card-button')),
  );
}
