import { trueHost, webLink } from '../web-link';
import { type Writing, type Written, write } from '../write';
import { addressOf, MARKUP, markdown, PIPE } from './escape';
import { LINK_ADDRESS, NAME } from './limits';

const GAP = '\u200b';

const anyOf = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'gimu');

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

const namesHost = (address: string, host: string) => address.toLowerCase().includes(host);
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/** Links an address only to itself: what people see is where they go. */
const clickable = (match: string): string => {
  const address = match.replace(/[.,;:!?)\]*_~]+$/, '');
  const target = webLink(address, LINK_ADDRESS, addressOf);
  const seen = target && PLAIN_HOST.test(target.host) && namesHost(address, target.host);
  if (!target || !seen) return asMarkup(match);
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

type Write = (text: string, limit: number) => Written;

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

/** Mattermost has no such mention; people who know Slack expect one. */
const NOBODY = 'everyone';
const USERNAME = new RegExp(`^[a-z0-9][a-z0-9._-]{0,${NAME - 1}}$`, 'i');

/** `@name` of a person, a group, or here, channel, all. */
export const mention = (name: string): string | undefined =>
  USERNAME.test(name) && name !== NOBODY ? `@${name.toLowerCase()}` : undefined;

/** `[label](address)`; undefined where the address is none people may be sent to. */
export const link = (href: string, label: string, limit: number): string | undefined => {
  const target = webLink(href, LINK_ADDRESS, addressOf);
  if (!target) return undefined;
  const host = line(trueHost(label, target.host), limit).text;
  const shown = host && ` ${host}`;
  return `[${line(label, limit - shown.length).text}${shown}](${addressOf(target.href)})`;
};
