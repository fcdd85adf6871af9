import { h } from '../dom.js';
import { renderActions } from './actions.js';
import { renderMarkdown } from './markdown.js';

const NAMED = { good: '#3db887', warning: '#ffbc1f', danger: '#d24b4e' };
const LONGEST_FOOTER = 300;

/** In the order of the clients: the fields stand below the text, whatever the sender's order. */
export function renderAttachment(attachment, press) {
  const { color, pretext, author_name, title, title_link, text, fields, footer } = attachment;
  const body = h(
    'div',
    { className: 'attachment' },
    author_name && h('div', { className: 'author' }, author_name),
    title && h('div', { className: 'title' }, heading(title, title_link)),
    text && h('div', { className: 'body' }, renderMarkdown(text)),
    fields?.length > 0 && h('div', { className: 'fields' }, fields.filter(Boolean).map(field)),
    attachment.image_url && h('div', { className: 'image' }, `🖼 ${attachment.image_url}`),
    attachment.actions && renderActions(attachment.actions, press),
    footer && h('div', { className: 'footer' }, [...footer].slice(0, LONGEST_FOOTER).join('')),
  );
  if (color) body.style.borderLeftColor = NAMED[color] ?? color;
  return [pretext && h('div', { className: 'body' }, renderMarkdown(pretext)), body];
}

function heading(title, href) {
  if (!/^https?:/i.test(href ?? '')) return renderMarkdown(title);
  return h('a', { href, title: href, target: '_blank', rel: 'noreferrer noopener' }, title);
}

function field({ title, value, short }) {
  return h(
    'div',
    { className: short ? 'short' : 'long' },
    h('div', { className: 'name' }, renderMarkdown(title)),
    h('div', {}, renderMarkdown(value)),
  );
}
