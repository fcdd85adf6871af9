import { h } from '../dom.js';
import { emojiFor } from './emoji.js';
import { withName } from './names.js';
import { renderLink } from './text.js';

const PARTS = {
  rich_text_section: ({ elements }) => h('div', {}, elements.map(leaf)),
  rich_text_preformatted: ({ elements }) => h('pre', {}, elements.map(leaf)),
  rich_text_quote: ({ elements }) => h('blockquote', {}, elements.map(leaf)),
  rich_text_list: ({ elements, style }) =>
    h(
      style === 'ordered' ? 'ol' : 'ul',
      {},
      elements.map((item) => h('li', {}, item.elements.map(leaf))),
    ),
};

const MENTIONS = {
  user: ({ user_id }) => withName(`@${user_id}`),
  usergroup: ({ usergroup_id }) => `@${usergroup_id}`,
  channel: ({ channel_id }) => `#${channel_id}`,
  broadcast: ({ range }) => `@${range}`,
};

export function renderRichText({ elements }) {
  return h(
    'div',
    { className: 'b-rich' },
    elements.map((part) => PARTS[part.type]?.(part)),
  );
}

function leaf(element) {
  const { type, text, url, name, style = {} } = element;
  if (type === 'link') return renderLink({ url, text: text ?? url });
  if (type === 'emoji') return emojiFor(name) ?? `:${name}:`;
  if (MENTIONS[type]) return h('span', { className: 'mention' }, MENTIONS[type](element));
  const classes = Object.keys(style).filter((key) => style[key]);
  return h('span', { className: classes.map((key) => `r-${key}`).join(' ') }, text);
}
