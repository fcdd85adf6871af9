import { honestLabel } from '../label';
import { honestLink, webLink } from '../web-link';
import { anyOf, GAP, type Write, type Writing, write } from '../write';
import { addressOf, MARKUP, markdown, PIPE } from './escape';
import { LINK_ADDRESS } from './limits';

const ADDRESS = 'https?:\\/\\/[^\\s<>"\'`|\\\\^{}]+';

const special = anyOf(...MARKUP);
const markup: Writing = { special, rewrite: markdown, lines: 'one' };
const prose: Writing = {
  special: anyOf(ADDRESS, ...MARKUP),
  rewrite: (match, index, text) =>
    /^https?:\/\/./i.test(match) ? clickable(match) : markdown(match, index, text),
  lines: 'many',
};

const asMarkup = (text: string): string => text.replace(special, markdown);

const PLAIN_HOST = /^[\w.:[\]-]+$/;

/** Links an address only to itself: what people see is where they go. */
const clickable = (match: string): string => {
  const address = match.replace(/[.,;:!?)\]*_~]+$/, '');
  const target = honestLink(address, LINK_ADDRESS, addressOf);
  if (!target || !PLAIN_HOST.test(target.host)) return asMarkup(match);
  const scheme = address.slice(0, address.indexOf(':') + 1);
  const shown = scheme + asMarkup(address.slice(scheme.length));
  return `[${shown}](${addressOf(target.href)})${asMarkup(match.slice(address.length))}`;
};

/** Where no Markdown is read, and in code: what is left to break are mentions in Slack's form. */
const RAW = ['(?<![a-z0-9])[@＠](?=[\\p{L}\\p{N}._-])', '<(?=[!@])', '\\|'];
const raw = (match: string): string => (match === '|' ? PIPE : match + GAP);

const plain: Writing = { special: anyOf(...RAW), rewrite: raw, lines: 'one' };
const inline: Writing = {
  special: anyOf('`', ...RAW),
  rewrite: (match) => (match === '`' ? 'ˋ' : raw(match)),
  lines: 'one',
};
const fenced: Writing = {
  special: anyOf('`{3,100}', ...RAW),
  rewrite: (match) => (match[0] === '`' ? [...match, ''].join(GAP) : raw(match)),
  lines: 'many',
};

/** Markdown on one line. */
export const line: Write = (text, limit) => write(text, limit, markup);
/** Markdown with line breaks, in which web addresses can be clicked. */
export const paragraphs: Write = (text, limit) => write(text, limit, prose);
/** `fallback` and `footer`, in which no Markdown is read. */
export const plainText: Write = (text, limit) => write(text, limit, plain);
/** Between single backticks. */
export const inlineCode: Write = (text, limit) => write(text, limit, inline);
/** Between fences. */
export const codeBlock: Write = (text, limit) => write(text, limit, fenced);

/** `[label](address)`; undefined where the address is none people may be sent to. */
export const link = (href: string, label: string, limit: number): string | undefined => {
  const target = webLink(href, LINK_ADDRESS, addressOf);
  return target && `[${honestLabel(label, target.host, limit, line)}](${addressOf(target.href)})`;
};
