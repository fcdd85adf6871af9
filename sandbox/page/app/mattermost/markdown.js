import { h } from '../dom.js';
import { library } from '../library.js';
import { withMentions } from './text.js';

let parser;

/** https://docs.mattermost.com/end-user-guide/collaborate/format-messages.html */
export async function prepareMarkdown() {
  const markdownit = await library('markdown-it', 'markdownit');
  parser = markdownit({ html: false, linkify: true, breaks: true });
  parser.linkify.set({ fuzzyEmail: false, fuzzyIP: false }).add('//', null);
}

/** Markdown as nodes: every text is a text, and only web and mail addresses are links. */
export function renderMarkdown(text) {
  return nodesOf(parser.parse(fromSlack(String(text ?? '')), {}));
}

/** What a webhook may write in Slack's way. */
function fromSlack(text) {
  return text
    .replace(/<!(channel|here|all)>/g, '@$1')
    .replace(/<([^\n<|>]+)\|([^|\n>]+)>/g, '[$2]($1)');
}

const TAGS = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  strong: 'strong',
  em: 'em',
  s: 's',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
};

function nodesOf(tokens) {
  const open = [h('div', {})];
  for (const token of tokens) {
    const [, kind, turn] = /^(.*?)(?:_(open|close))?$/.exec(token.type);
    if (turn === 'open') open.push(elementOf(kind, token));
    else if (turn === 'close') closeInto(open);
    else open.at(-1).append(...leaf(token));
  }
  return [...open[0].childNodes];
}

function closeInto(open) {
  const done = open.pop();
  open.at(-1).append(done);
}

function elementOf(kind, token) {
  if (kind === 'heading') return h('div', { className: `heading ${token.tag}` });
  if (kind !== 'link') return h(TAGS[kind] ?? 'span', {});
  const href = token.attrGet('href');
  if (!/^(https?:|mailto:)/i.test(href)) return h('span', { title: href });
  return h('a', { href, title: href, target: '_blank', rel: 'noreferrer noopener' });
}

function leaf({ type, content, children }) {
  if (type === 'inline') return nodesOf(children);
  if (type === 'fence' || type === 'code_block') return [h('pre', {}, content)];
  if (type === 'code_inline') return [h('code', {}, content)];
  if (type === 'softbreak' || type === 'hardbreak') return [h('br')];
  if (type === 'hr') return [h('hr')];
  if (type === 'image') return [h('span', { className: 'image' }, `🖼 ${content}`)];
  return withMentions(content);
}
