import { anyOf, GAP, type Write, type Writing, write } from '../write';

/**
 * DingTalk's Markdown has no documented escape. What could format is written in its full-width
 * form, which looks the same and means nothing; what cannot is taken apart by a zero-width space:
 * https://open.dingtalk.com/document/robots/custom-robot-access
 */
const WIDE = 0xfee0;

/** `1.` keeps its digits. */
const wide = (text: string): string =>
  text.replace(/[!-/:-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + WIDE));

/** Links, images, emphasis, code and HTML, and DingTalk's own `[smile]`. */
const MARKERS = '[\\[\\]*_`~<>]';
/** Headings, lists and underlines of headings. */
const LINE_MARKER = '(?:#|[-+](?=[\\s-]|$)|=(?==|[^\\S\\n]*$)|\\d{1,9}[.)](?=\\s|$))';
const LINE_START = `^[^\\S\\n]{0,40}${LINE_MARKER}|^[^\\S\\n]{1,40}`;
const ENTITY = '&(?=#?[a-z0-9]{1,32};)';
const ESCAPE = '\\\\(?=[!-/:-@\\[-`{-~]|$)';
const AT = '[@＠]';
/** Any scheme but http and https before `//`, and those that need no slashes. */
const OTHER_SCHEME = [
  ':(?=\\/\\/)(?<!(?<![a-z0-9+.-])https?:)',
  ':(?<=(?<![a-z0-9])(?:dtmd|dingtalk|javascript|vbscript|intent):)',
  ':(?=\\S)(?<=(?<![a-z0-9])(?:data|file|mailto|tel|sms):)',
].join('|');
/** `https://good.example@evil.example` is no address of good.example. */
const FALSE_HOST = ':(?=\\/\\/[^\\s/?#@＠\\\\]{0,300}[@＠\\\\])';
const ADDRESS = 'https?:\\/\\/[^\\s<>"\'`|\\\\^{}\\[\\]]+';

const MARKUP = [LINE_START, FALSE_HOST, OTHER_SCHEME, ENTITY, ESCAPE, AT, MARKERS];

/** Nearly everything is one character. */
const APART: Readonly<Record<string, string>> = Object.fromEntries([
  ...['&', '@', '＠'].map((character) => [character, character + GAP]),
  ...[...'[]*_`~<>:\\'].map((character) => [character, wide(character)]),
]);

const apart = (match: string): string => APART[match] ?? lineStart(match);

const lineStart = (match: string): string => {
  const marker = match.trimStart();
  return '\u00a0'.repeat(match.length - marker.length) + wide(marker);
};

const markup: Writing = { special: anyOf(...MARKUP), rewrite: apart, lines: 'one' };

const plain: Writing = { special: anyOf(OTHER_SCHEME, AT), rewrite: apart, lines: 'one' };

/** A line ends where two spaces stand before its end. */
export const BREAK = '  \n';

type Open = (href: string) => string | undefined;

/** Lines with web addresses that can be clicked; `prefix` begins each line after the first. */
const prose = (prefix: string, link: Open): Writing => ({
  special: anyOf(ADDRESS, '\\n+', ...MARKUP),
  rewrite: (match) => {
    if (match.startsWith('\n')) return newLine(match, prefix);
    return /^https?:\/\//i.test(match) ? clickable(match, link) : apart(match);
  },
  lines: 'many',
});

const newLine = (match: string, prefix: string): string =>
  match.length > 1 ? `${BREAK}${prefix}${BREAK}${prefix}` : BREAK + prefix;

const clickable = (match: string, link: Open): string => {
  const address = match.replace(/[.,;:!?)*_~]+$/, '');
  const linked = link(address);
  return linked === undefined ? asMarkup(match) : linked + asMarkup(match.slice(address.length));
};

const asMarkup = (text: string): string => text.replace(markup.special, apart);

/** Markdown on one line. */
export const line: Write = (raw, limit) => write(raw, limit, markup);
/** What is never drawn as Markdown: titles of messages and buttons. */
export const plainText: Write = (raw, limit) => write(raw, limit, plain);
/** Writes Markdown with line breaks, in which web addresses are linked by `link`. */
export const paragraphs = (prefix: string, link: Open): Write => {
  const writing = prose(prefix, link);
  return (raw, limit) => write(raw, limit, writing);
};
