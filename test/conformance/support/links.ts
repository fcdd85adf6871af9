interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}

interface Markdown {
  parse(text: string, env: object): readonly Token[];
  validateLink: (url: string) => boolean;
  normalizeLink: (url: string) => string;
  normalizeLinkText: (url: string) => string;
}

// it brings no types
const MarkdownIt: new (options: object) => Markdown = require('markdown-it');

export interface FoundLink {
  readonly href: string;
  /** What people read; empty for a picture or a click on an area. */
  readonly text: string;
}

type Holder = Readonly<Record<string, unknown>>;

/** How a chat reads a text: what in it becomes a link or markup. */
export type Reading = (text: string) => FoundLink[];

/** In which texts of a message a chat looks for markup. */
export type MarksUp = (key: string, holder: Holder) => boolean;

/** Every address of a message a click or a look would go to. */
export const linksIn = (payload: unknown, read: Reading, marksUp: MarksUp): FoundLink[] => {
  if (Array.isArray(payload)) return payload.flatMap((item) => linksIn(item, read, marksUp));
  if (typeof payload !== 'object' || payload === null) return [];
  const holder = payload as Holder;
  return Object.entries(holder).flatMap(([key, value]) => {
    if (typeof value !== 'string') return linksIn(value, read, marksUp);
    if (isAddress(key)) return [{ href: value, text: nameOf(key, holder) }];
    return marksUp(key, holder) ? read(value) : [];
  });
};

/** Every text of a message. */
export const textsIn = (payload: unknown): string[] => {
  if (typeof payload === 'string') return [payload];
  return typeof payload === 'object' && payload !== null
    ? Object.values(payload).flatMap(textsIn)
    : [];
};

/** Names every chat gives to addresses: `url`, `title_link`, `actionURL`, `iconUrl`, `href` … */
const isAddress = (key: string): boolean =>
  /(?:^|_|[a-z])(?:url|URL|Url|link|href)$|^icon$|_icon$/.test(key) && key !== '$schema';

const nameOf = (key: string, { title, text, singleTitle, altText }: Holder): string => {
  const name = key === 'singleURL' ? singleTitle : (title ?? text ?? altText);
  return typeof name === 'string' ? name : '';
};

/** https://docs.slack.dev/messaging/formatting-message-text */
export const readMrkdwn: Reading = (text) =>
  [...text.matchAll(/<([^<>]*)>/g)].flatMap(([, inner = '']) => {
    const [target = '', label = target] = inner.split('|');
    if (target.startsWith('!date^')) {
      const [, , , link] = target.split('^');
      return link === undefined ? [] : [{ href: decode(link), text: decode(label) }];
    }
    return /^[!@#]/.test(target) ? [] : [{ href: decode(target), text: decode(label) }];
  });

const decode = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const markdown = (html: boolean): Markdown =>
  Object.assign(new MarkdownIt({ html, linkify: false }), {
    validateLink: () => true,
    normalizeLink: asWritten,
    normalizeLinkText: asWritten,
  });
const asWritten = (url: string): string => url;

/** Markdown as CommonMark reads it; where HTML is read too, it counts as a link to nowhere. */
const readBy =
  (reader: Markdown): Reading =>
  (text) => {
    const found: FoundLink[] = [];
    const tokens = reader.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
    let open: { href: string; text: string } | undefined;
    for (const token of tokens) {
      const { type, content } = token;
      if (type === 'link_open') open = { href: token.attrGet('href') ?? '', text: '' };
      else if (type === 'link_close' && open) found.push(open);
      else if (type === 'image') found.push({ href: token.attrGet('src') ?? '', text: content });
      else if (type.startsWith('html_')) found.push({ href: `html:${content}`, text: content });
      if (type === 'link_close') open = undefined;
      if (open && (type === 'text' || type === 'code_inline')) open.text += content;
    }
    return found;
  };

export const readCommonMark = readBy(markdown(true));

/** DingTalk knows no escapes: brackets followed by parentheses are a link wherever they stand. */
export const readBareMarkdown: Reading = (text) => [
  ...[...text.matchAll(/\[([^\]]*)\]\s*\(([^)]*)\)/g)].map(([, label = '', href = '']) => ({
    href,
    text: label,
  })),
  ...[...text.matchAll(/<\/?[a-z][^>]*>/gi)].map(([tag]) => ({ href: `html:${tag}`, text: tag })),
];

const readWithoutHtml = readBy(markdown(false));

/** Mattermost expands Slack's links before it reads Markdown, and shows HTML as it is written. */
export const readMattermost: Reading = (text) =>
  readWithoutHtml(text.replace(/<([^<|]+)\|([^>]+)>/g, '[$2]($1)'));
