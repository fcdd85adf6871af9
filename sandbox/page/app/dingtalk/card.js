import { h } from '../dom.js';
import { renderLink, renderMarkdown } from './text.js';

/** A card as its template draws it: variables the template does not know change nothing. */
export function renderCard({ cardTemplateId, cardParamMap }, press) {
  const draw = TEMPLATES[cardTemplateId] ?? markdownCard;
  return h('div', { className: 'bubble card' }, draw(cardParamMap, press));
}

const TEMPLATES = {
  'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0001.schema': alertCard,
  '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema': (params, press) => [
    markdownCard(params),
    buttonRow(parsed(params.sys_full_json_obj)?.msgButtons ?? [], press),
  ],
};

/** https://github.com/open-dingtalk/dingtalk-stream-sdk-python/blob/main/dingtalk_stream/card_instance.py */
function markdownCard({ title, markdown = '', tips }) {
  return [
    title && h('div', { className: 'card-title' }, title),
    cardText(markdown),
    tips && h('div', { className: 'card-note' }, tips),
  ];
}

function alertCard(params, press) {
  const { title, headline, status, severity, color, markdown = '' } = params;
  const { link, linkLabel, lastUpdate } = params;
  const head = h(
    'div',
    { className: 'card-head' },
    h('div', { className: 'card-title' }, title),
    status && h('span', { className: 'card-status' }, status),
    severity && h('span', { className: 'card-severity' }, severity),
  );
  if (/^#[0-9a-f]{6}$/i.test(color ?? '')) head.style.borderLeftColor = color;
  else if (/^[a-z]+$/.test(color ?? '')) head.classList.add(color);
  return [
    head,
    headline && h('div', { className: 'card-headline' }, headline),
    markdown && cardText(markdown),
    link && h('div', { className: 'card-link' }, renderLink(link, linkLabel || link)),
    buttonRow(parsed(alertButtons(params)), press),
    lastUpdate && h('div', { className: 'card-note' }, lastUpdate),
  ];
}

/** Each has a variable of its own, or all of them share a list. */
function alertButtons({ buttons, ...params }) {
  const own = [1, 2, 3, 4, 5].map((place) => params[`button${place}`] ?? '');
  const drawn = own.filter((text) => text !== '' && text !== '{}');
  return drawn.length === 0 ? buttons || '[]' : `[${drawn.join(',')}]`;
}

/** A button leads somewhere, or tells the app that it was pressed. */
function buttonRow(buttons, press) {
  if (!Array.isArray(buttons)) {
    return h('div', { className: 'card-broken' }, 'The buttons are no JSON list.');
  }
  const drawn = buttons.map((button) => cardButton(button ?? {}, press));
  return drawn.length > 0 && h('div', { className: 'card-buttons' }, drawn);
}

function cardButton({ id, text, color = 'blue', status, url }, press) {
  const className = `press ${color}`;
  if (url) return renderLink(url, text, className);
  const onclick = () => press?.({ control: id });
  return h('button', { type: 'button', className, disabled: status === 'disabled', onclick }, text);
}

/** Whom a text of a card names, it calls: `<a atId=manager1234>Mei</a>`. */
function cardText(markdown) {
  const called = [];
  const text = markdown.replaceAll(/<a atId=[^>]+>\s*([^<]*?)\s*<\/?a>/g, (_, name) => {
    called.push(`@${name.split(' ')[0]}`);
    return `@${name}`;
  });
  return renderMarkdown(text, called);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
