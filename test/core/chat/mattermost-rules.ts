/** What Mattermost's server and clients make of a message, written down apart from the code. */
type Json = Readonly<Record<string, unknown>>;

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  readonly attrs: readonly (readonly [string, string])[] | null;
}
type Markdown = new (options: object) => { parse(text: string, env: object): Token[] };

const MarkdownIt = require('markdown-it') as Markdown;
const markdown = new MarkdownIt({ html: false, breaks: true });

/** A webhook's text as the server stores it: Slack's own forms become Mattermost's. */
const slackText = (text: string): string =>
  text
    .replaceAll('<!channel>', '@channel')
    .replaceAll('<!here>', '@here')
    .replaceAll('<!all>', '@all')
    .replace(/<@([a-zA-Z0-9]+)>/g, '@$1')
    .replace(/<([^<|]+)\|([^>]+)>/g, '[$2]($1)');

const tokensOf = (text: string): Token[] => {
  const flat = (tokens: readonly Token[]): Token[] =>
    tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
  return flat(markdown.parse(slackText(text), {})).filter(({ type }) => type !== 'inline');
};

const CODE: readonly string[] = ['code_inline', 'fence', 'code_block'];

/** The text nodes that stand together; code and marks divide them. */
const runsOf = (text: string): string[] => {
  const runs = [''];
  for (const { type, content } of tokensOf(text)) {
    if (type === 'text' || type === 'text_special') runs[runs.length - 1] += content;
    else runs.push('');
  }
  return runs;
};

/** Words as the server cuts them: server/channels/app/mention_parser_standard.go */
const namesIn = (text: string): string[] =>
  runsOf(text)
    .flatMap((run) => run.split(/[^:.\-_@\p{L}\p{N}]+/u))
    .map((word) => word.replace(/^[:.\-_]+/, ''))
    .flatMap((word) => (/^[@＠]/.test(word) ? word : word.split(/[.\-:]/)))
    .filter((word) => /^[@＠]+[\p{L}\p{N}]/u.test(word));

const attachmentsOf = (payload: Json) => (payload.attachments ?? []) as Json[];
const fieldsOf = (attachment: Json) => (attachment.fields ?? []) as Json[];

/** Every text of a message in which Markdown is read. */
export const textsOf = (payload: Json): string[] =>
  [
    payload.text,
    ...attachmentsOf(payload).flatMap((one) => [one.pretext, one.title, one.text]),
    ...attachmentsOf(payload)
      .flatMap(fieldsOf)
      .flatMap(({ title, value }) => [title, value]),
  ].filter((text) => typeof text === 'string');

export const mentionsIn = (payload: Json): string[] => [
  ...new Set(textsOf(payload).flatMap(namesIn)),
];

export interface Shown {
  readonly href: string;
  readonly label: string;
}

/** What a client makes a link of by itself: https://github.com/mattermost/marked */
const BARE =
  /[a-z][a-z\d+.-]+:(?=\/)|(?:https?|ftp|mailto|tel|javascript|mmaction):(?=[\p{L}\d%])/giu;

/** Every link of a text, and what people see of it. */
export const linksIn = (text: string): Shown[] => {
  const links: Shown[] = [];
  let open: { href: string; label: string } | undefined;
  for (const { type, content, ...token } of tokensOf(text)) {
    if (type === 'link_open') open = { href: token.attrs?.[0]?.[1] ?? '', label: '' };
    else if (type === 'link_close' && open) links.push(open);
    else if (open) open.label += content;
    else if (!CODE.includes(type)) {
      for (const [bare] of content.matchAll(BARE)) links.push({ href: bare, label: content });
    }
    if (type === 'link_close') open = undefined;
  }
  return links;
};

/** What people read, and which kinds of Markdown made it. */
export const shown = (text: string): { readonly text: string; readonly kinds: Set<string> } => {
  const tokens = tokensOf(text);
  const lines = tokens.map(({ type, content }) =>
    /break|paragraph_close/.test(type) ? '\n' : content,
  );
  const kinds = tokens.map(({ type }) => type).filter((type) => !/^(?:text|paragraph)/.test(type));
  return { text: lines.join(''), kinds: new Set(kinds) };
};

export const inCode = (text: string): boolean =>
  tokensOf(text).some(({ type }) => CODE.includes(type));

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

const runes = (text: string): number => [...text].length;

/** Everything the documents or the server would find wrong with a message. */
export const messageFlaws = (payload: Json): string[] => {
  const attachments = attachmentsOf(payload);
  const whole = JSON.stringify(payload);
  const { text } = payload;
  const said = [...textsOf(payload), ...attachments.map(({ footer }) => String(footer ?? 'x'))];
  const wrong = (flaw: string, found: boolean) => (found ? [flaw] : []);
  return [
    ...wrong('no text', typeof text !== 'string' || text.trim() === ''),
    ...wrong('split into several posts', runes(String(text)) > 16_383),
    ...wrong('too large', runes(whole) > 16_000),
    ...wrong('half a surrogate pair', !JSON.stringify(said).isWellFormed()),
    ...wrong(
      'an empty text',
      said.some((one) => one.trim() === ''),
    ),
    ...wrong(
      'a link in Slack’s form',
      said.some((one) => /<[^<|]+\|[^>]+>/.test(one)),
    ),
    ...wrong('a mention in Slack’s form', /<[!@]/.test(whole)),
    ...wrong(
      'a control character',
      said.some((one) => CONTROL.test(one)),
    ),
    ...attachments.flatMap((one) => [
      ...wrong('no six-digit colour', !/^#[0-9a-f]{6}$/i.test(String(one.color))),
      ...wrong('no fallback', typeof one.fallback !== 'string' || one.fallback === ''),
      ...wrong('a long footer', runes(String(one.footer ?? '')) > 300),
      ...wrong('nothing in it', !one.text && !one.footer && fieldsOf(one).length === 0),
    ]),
    ...wrong(
      'a priority nobody knows',
      !['{}', '{"priority":"important"}', '{"priority":"urgent"}'].includes(
        JSON.stringify(payload.priority ?? {}),
      ),
    ),
  ];
};
