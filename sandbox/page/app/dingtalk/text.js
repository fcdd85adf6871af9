import { h } from '../dom.js';
import { parseMarkdown } from './markdown.js';

/** A text as DingTalk draws it; `called` are the mentions that notify somebody. */
export function renderMarkdown(text, called) {
  return parseMarkdown(text, called).map(({ blocks }) =>
    h('div', { className: 'paragraph' }, blocks.map(renderBlock)),
  );
}

function renderBlock({ type, level, number, parts }) {
  const inside = parts.map(renderPart);
  if (type === 'heading') return h('div', { className: `heading h${level}` }, inside);
  if (type === 'quote') return h('blockquote', {}, inside);
  if (type === 'item') {
    return h('div', { className: 'item' }, h('span', {}, number ? `${number}.` : '•'), inside);
  }
  return h('div', { className: 'line' }, inside);
}

function renderPart(part) {
  if (part.type === 'link') return renderLink(part.url, part.parts.map(renderPart));
  if (part.type === 'image') return renderLink(part.url, `🖼 ${part.alt || 'Image'}`);
  if (part.type === 'mention') return h('span', { className: 'mention' }, part.text);
  if (part.type === 'text') return part.text;
  return h(part.type === 'bold' ? 'strong' : 'em', {}, part.parts.map(renderPart));
}

const PAGE = /^dingtalk:\/\/dingtalkclient\/page\/link\?(.+)$/i;

/** Web addresses become links, also those wrapped for DingTalk; anything else is shown as it is. */
export function renderLink(url, content, className = '') {
  const href = webAddress(url);
  if (href === undefined) return h('span', { className, title: url }, content, ` <${url}>`);
  const props = { className, href, title: url, target: '_blank', rel: 'noreferrer noopener' };
  return h('a', props, content);
}

function webAddress(url) {
  const page = PAGE.exec(url)?.[1];
  const real = page === undefined ? url : (new URLSearchParams(page).get('url') ?? '');
  return /^https?:\/\//i.test(real) ? real : undefined;
}
