import { h } from '../dom.js';
import { renderBlocks } from './blocks.js';
import { renderLink, renderMrkdwn } from './text.js';

const NAMED = { good: '#2eb67d', warning: '#ecb22e', danger: '#e01e5a' };

export function renderAttachment(attachment, index, press) {
  const { color = '', pretext, blocks, footer } = attachment;
  const body = h(
    'div',
    { className: 'attachment' },
    blocks ? renderBlocks(blocks, press, `a${index + 1}b`) : legacyBody(attachment),
    footer && h('div', { className: 'b-context' }, footer),
  );
  const colour = NAMED[color] ?? (color && `#${color.replace('#', '')}`);
  if (colour) body.style.borderLeftColor = colour;
  return [pretext && h('div', {}, renderMrkdwn(pretext)), body];
}

function legacyBody({ author_name, title, title_link, text, fields = [], fallback }) {
  const heading = title && (title_link ? renderLink({ url: title_link, text: title }) : title);
  const empty = !title && !text && fields.length === 0;
  return [
    author_name && h('div', { className: 'b-context' }, author_name),
    heading && h('div', { className: 'attachment-title' }, heading),
    text && h('div', {}, renderMrkdwn(text)),
    fields.length > 0 && h('div', { className: 'b-fields' }, fields.map(field)),
    empty && fallback,
  ];
}

function field({ title = '', value = '', short }) {
  return h(
    'div',
    { className: short ? 'short' : 'long' },
    h('strong', {}, title),
    h('div', {}, renderMrkdwn(String(value))),
  );
}
