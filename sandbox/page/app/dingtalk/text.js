import { h } from '../dom.js';
import { parseMarkdown } from './markdown.js';

/**
 * A text as DingTalk draws it; `called` are the mentions that notify somebody. Links that say something
 * are drawn where `press` can say it.
 */
export function renderMarkdown(text, called, press) {
  return parseMarkdown(text, called).map(({ blocks }) =>
    h(
      'div',
      { className: 'paragraph' },
      blocks.map((block) => renderBlock(block, press)),
    ),
  );
}

function renderBlock({ type, level, number, parts }, press) {
  const inside = parts.map((part) => renderPart(part, press));
  if (type === 'heading') return h('div', { className: `heading h${level}` }, inside);
  if (type === 'quote') return h('blockquote', {}, inside);
  if (type === 'item') {
    return h('div', { className: 'item' }, h('span', {}, number ? `${number}.` : '•'), inside);
  }
  return h('div', { className: 'line' }, inside);
}

function renderPart(part, press) {
  const inside = part.parts?.map((each) => renderPart(each, press));
  if (part.type === 'link') {
    return (press && sayLink(part.url, inside, press)) ?? renderLink(part.url, inside);
  }
  if (part.type === 'image') return renderLink(part.url, `🖼 ${part.alt || 'Image'}`);
  if (part.type === 'mention') return h('span', { className: 'mention' }, part.text);
  if (part.type === 'text') return part.text;
  return h(part.type === 'bold' ? 'strong' : 'em', {}, inside);
}

const SEND = /^dtmd:\/\/dingtalkclient\/sendMessage\?(.+)$/i;

/** A link that says something for the one who presses it, and what. */
function sayLink(url, content, press) {
  const query = SEND.exec(url)?.[1];
  const words = query && new URLSearchParams(query).get('content');
  if (!words) return undefined;
  const onclick = () => press({ control: url });
  return [
    h('button', { type: 'button', className: 'say-link', title: url, onclick }, content),
    h('span', { className: 'says' }, ` says “${words}”`),
  ];
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
