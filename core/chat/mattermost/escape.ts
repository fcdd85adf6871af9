import { GAP } from '../write';

/**
 * What Mattermost's Markdown makes of a text, and how to keep it from doing so. Its clients and its
 * server each read Markdown in their own way, so nothing relies on one of them:
 * https://docs.mattermost.com/end-user-guide/collaborate/format-messages.html
 */

/** Slack's `<address|label>` becomes a link anywhere in a webhook's text, even across code. */
export const PIPE = '│';

/** The server finds mentions in the decoded words, where no backslash is left. */
const MENTION = '[@＠](?=[\\p{L}\\p{N}._-])';
const HASHTAG = '#(?=\\p{L})';
const CHANNEL = '(?<![a-z0-9_])~(?=[a-z0-9._-])';
/** `:30:` in a time of day is no emoji; `:100:` and `:1234:` are. */
const SHORTCODE = ":(?!(?!100:|1234:)\\d+:)(?=[\\p{L}\\p{N}_+'-]{1,100}:)";

/** Clients make links of every scheme, of known ones also without slashes. */
const KNOWN = 'https?|ftp|mailto|tel|javascript|data|vbscript|file|mmaction|mattermost';
const SCHEME = `:(?:(?<=[a-z0-9+.-]{2}:)(?=\\/)|(?<=(?:${KNOWN}):)(?=\\S))`;

const ENTITY = '&(?=#?\\w{1,31};)';
/** `disk < 10 %` stays as it is. */
const BRACKET = '<(?!=? )';
/** Two of them make a formula. */
const DOLLAR = '\\$(?=[^$\\n]*\\$)';
/** A backslash before a letter is one: `C:\temp`. */
const BACKSLASH = '\\\\(?![\\p{L}\\p{N} ])';
const MARKER = '[*`[\\]]';
/** Works at the edge of a word only: `node_cpu_seconds` stays as it is. */
const UNDERSCORE = '(?<![\\p{L}\\p{N}])_{1,8}|_{1,8}(?![\\p{L}\\p{N}_])';
const STRIKE = '~{2,8}';
/** Lists, quotes, headings, rules and indented code begin a line. */
const BLOCK = '(?:>|[-+=](?=[-+=\\s]|$)|#{1,6}|\\d{1,9}[.)](?=\\s|$))';
const LINE_START = `^[ \\t]*${BLOCK}|^[ \\t]+`;

/** What cannot stand as it is; the flags are `gimu`. */
export const MARKUP: readonly string[] = [
  ...[LINE_START, SCHEME, ENTITY, BRACKET, MENTION, HASHTAG, STRIKE, CHANNEL, SHORTCODE],
  ...[BACKSLASH, MARKER, UNDERSCORE, DOLLAR, '\\|'],
];

const INSTEAD: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  $: '&#36;',
  '|': PIPE,
};

/** What stands there instead. */
export const markdown = (match: string, index: number, text: string): string => {
  const first = match[0] as string;
  const instead = INSTEAD[first];
  if (instead !== undefined) return instead;
  if (index === 0 || text[index - 1] === '\n') return lineStart(match, text[index + match.length]);
  return inLine(match, text[index + match.length]);
};

const inLine = (match: string, next = ''): string => {
  if (/[:@＠#]$/.test(match) || match === '~') return match + GAP;
  return escaped(match) + (match[0] === '~' && /[a-z0-9._-]/i.test(next) ? GAP : '');
};

const lineStart = (match: string, next = ''): string => {
  const indent = match.length - match.trimStart().length;
  const block = match.slice(indent);
  return indented(match.slice(0, indent)) + (block === '' ? '' : blockStart(block, next));
};

const blockStart = (block: string, next: string): string => {
  if (/^#/.test(block)) return escaped(block) + (/\p{L}/u.test(next) ? GAP : '');
  if (/^\d/.test(block)) return `${block.slice(0, -1)}\\${block.slice(-1)}`;
  return block === '=' ? `${GAP}=` : /^[-+>]$/.test(block) ? escaped(block) : inLine(block, next);
};

/** As wide as it was, and no code. */
const indented = (space: string): string =>
  space.replaceAll('\t', '    ').replaceAll(' ', '\u00a0');

const escaped = (markers: string): string => markers.replace(/./gsu, '\\$&');

/** The destination of a link: nothing in it ends it, formats or is decoded. */
export const addressOf = (href: string): string =>
  href
    .replace(/[()*@~$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&(?=#?\w{1,31};)/g, '&amp;');
