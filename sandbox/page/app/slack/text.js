import { h } from '../dom.js';
import { formatDate } from './date.js';
import { emojiFor } from './emoji.js';
import { parseMrkdwn } from './mrkdwn.js';
import { withName } from './names.js';

const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code', text: 'span' };

/** A text object as nodes. */
export function renderText({ type, text, emoji }) {
  if (type === 'mrkdwn') return renderMrkdwn(text);
  return emoji === false ? text : withEmoji(text);
}

export function renderMrkdwn(text) {
  return parseMrkdwn(text).map((block) => {
    if (block.type === 'pre') return h('pre', {}, block.text);
    const parts = block.parts.map(renderPart);
    if (block.type === 'quote') return h('blockquote', {}, parts);
    return h('div', { className: 'line' }, parts.length > 0 ? parts : '\u00a0');
  });
}

function renderPart(part) {
  if (part.type === 'link') return renderLink(part);
  if (part.type === 'mention') return h('span', { className: 'mention' }, withName(part.text));
  if (part.type === 'date') return h('time', { title: part.fallback }, formatDate(part));
  if (part.type === 'text') return part.text;
  return h(TAGS[part.type], {}, part.text ?? part.parts.map(renderPart));
}

/** Only web and mail addresses become links; anything else is shown as the text it is. */
export function renderLink({ url, text }) {
  if (!/^(https?:|mailto:)/i.test(url)) return `<${url}>`;
  return h('a', { href: url, title: url, target: '_blank', rel: 'noreferrer noopener' }, text);
}

function withEmoji(text) {
  return text.replace(/:([a-z0-9_+'-]+):/g, (whole, name) => emojiFor(name) ?? whole);
}
