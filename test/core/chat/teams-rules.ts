import { webLink } from '../../../core/chat/web-link';

/** Microsoft's own reader of cards, as it comes for browsers. */
const cards: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js');

type Json = Readonly<Record<string, unknown>>;

export interface TeamsMessage {
  type: string;
  summary: string;
  attachments: [{ contentType: string; contentUrl: null; content: Card }];
}

export interface Card extends Json {
  version: string;
  fallbackText: string;
  msteams: { width: string; entities?: Entity[] };
  body: Json[];
  actions?: { type: string; title: string; url: string }[];
}

export interface Entity {
  type: string;
  text: string;
  mentioned: { id: string; name: string };
}

export const stringsOf = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${path}.${key}`));
};

/** Every object of a card, from the outside in. */
export const objectsOf = (value: unknown): Json[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [value as Json];
  return [...own, ...Object.values(value).flatMap(objectsOf)];
};

/** What the texts are in which Teams reads markdown. */
export const markdownOf = (card: Json): string[] =>
  objectsOf(card).flatMap(({ type, text, facts }) => [
    ...(type === 'TextBlock' ? [String(text)] : []),
    ...((facts ?? []) as Json[]).flatMap(({ title, value }) => [String(title), String(value)]),
  ]);

/** Where a card can lead. */
export const linksOf = (card: Json): string[] =>
  objectsOf(card).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []));

const FUNCTION = /\{\{(?:DATE\([\dTZ:-]{20}, SHORT\)|TIME\([\dTZ:-]{20}\))\}\}/g;
const MENTION = /<at>[^<>]*<\/at>/gi;

/** Markdown that is not escaped: emphasis, code, links, lists, headings, HTML. */
export const isMarkup = (text: string): boolean =>
  /(?<!\\)(?:\\\\)*[*`~[\]]|(?<![\p{L}\p{N}\\])_|<(?!\u200b)|&#?\w+;/iu.test(text) ||
  /^(?:#{1,6}\s|>|[-+]\s|\d+[.)]\s|---)/.test(text);

/** Everything Microsoft's reader complains about. */
export const cardFlaws = (card: Json): string[] => {
  const context = new cards.SerializationContext();
  const parsed = new cards.AdaptiveCard();
  parsed.hostConfig = new cards.HostConfig({ actions: { maxActions: 6 } });
  parsed.parse(card, context);
  const read = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  const { validationEvents } = parsed.validateProperties();
  return [...read, ...validationEvents].map(({ message }) => message);
};

const textFlaws = ([where, text]: [string, string], mentions: readonly string[]): string[] => {
  const rest = mentions.reduce((left, mention) => left.replaceAll(mention, ''), text);
  const flaws: string[] = [];
  if (!text.isWellFormed()) flaws.push('half a surrogate pair');
  if (MENTION.test(rest)) flaws.push('a mention nobody asked for');
  if (/<\/?at\b|&lt;\/?at/i.test(rest)) flaws.push('half a mention');
  if (/\{\{|\$\{/.test(rest.replace(FUNCTION, ''))) flaws.push('a function or template');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/.test(text)) {
    flaws.push('a control character');
  }
  return flaws.map((flaw) => `${where}: ${flaw}`);
};

const elementFlaws = ({ type, wrap, facts, items, inlines, text, url, title }: Json): string[] => {
  const flaws: string[] = [];
  if (type === 'TextBlock' && wrap !== true) flaws.push('a text that does not wrap');
  if (/^Text/.test(String(type)) && text === '') flaws.push('an empty text');
  if ([facts, items, inlines].some((list) => Array.isArray(list) && list.length === 0)) {
    flaws.push('an empty list');
  }
  if (/^Action\./.test(String(type))) {
    if (type !== 'Action.OpenUrl') flaws.push(`${type} needs a bot`);
    if (webLink(String(url), 5000)?.href !== url) flaws.push(`it leads to ${url}`);
    if (title === '') flaws.push('a button without words');
  }
  return flaws;
};

/** What Teams's documents say about a message, written down apart from the code that obeys. */
export const messageFlaws = (payload: Json): string[] => {
  const { type, attachments } = payload as unknown as TeamsMessage;
  const { contentType, contentUrl, content } = attachments[0];
  const entities = content.msteams.entities ?? [];
  const mentions = entities.map(({ text }) => text);
  const shown = markdownOf(content).join('\n');
  const size = Buffer.byteLength(JSON.stringify(payload), 'utf8');
  const posted = Buffer.byteLength(JSON.stringify(JSON.stringify(content)), 'utf8');
  const wanted: [boolean, string][] = [
    [type === 'message' && attachments.length === 1, 'not one message with one card'],
    [contentType === 'application/vnd.microsoft.card.adaptive', `content type ${contentType}`],
    [contentUrl === null, 'content URL'],
    [content.version === '1.4', `version ${content.version}`],
    [size <= 20_000, `${size} bytes`],
    [posted <= 28_000, `${posted} bytes when posted`],
    [(content.actions ?? []).length <= 6, 'more than six buttons'],
    [mentions.every((text) => shown.includes(text)), 'an entity that is not in the card'],
    [new Set(mentions).size === mentions.length, 'two entities of one text'],
  ];
  return [
    ...wanted.filter(([good]) => !good).map(([, flaw]) => flaw),
    ...cardFlaws(content),
    ...objectsOf(content).flatMap(elementFlaws),
    ...stringsOf({ ...payload, attachments: [{ ...content, msteams: {} }] }).flatMap((one) =>
      textFlaws(one, mentions),
    ),
  ];
};
