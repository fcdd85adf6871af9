import type { Value } from '../../alert/card';
import { instant } from '../../i18n/time';
import { honestLabel } from '../label';
import { honestLink, webLink } from '../web-link';
import { anyOf, GAP, type Write, type Writing, write } from '../write';
import * as limits from './limits';

/**
 * Teams reads these wherever a card has text: mentions, also where the bracket is written as an
 * entity, functions (https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features) and
 * templates (https://learn.microsoft.com/adaptive-cards/templating/language).
 */
const COMMANDS = '<(?=/?at\\b)|&(?=lt;|#0*60;|#x0*3c;)|\\{(?=\\{)|\\$(?=\\{)';

/** What markdown would take for formatting, a link or an entity; `node_cpu_seconds` stays. */
const FORMATTING = '[\\\\*`~[\\]]|(?<![a-z0-9])_|_(?![a-z0-9])';
const HTML = '<|&(?=#?[a-z0-9]{1,31};)';
/** Only at the start: a heading, a quote, a list or a line. */
const LEADING = '^(?:#(?=#{0,5}(?:\\s|$))|>|[-+](?=\\s|$|[-+]{2})|\\d{1,9}[.)](?=\\s|$))';

const escaped = (match: string): string => {
  if (/^[<&{$]/.test(match)) return match + GAP;
  return match.length === 1 ? `\\${match}` : `${match.slice(0, -1)}\\${match.slice(-1)}`;
};

const raw = { special: anyOf(COMMANDS), rewrite: (match: string) => match + GAP };
const oneLine: Writing = { ...raw, lines: 'one' };
const manyLines: Writing = { ...raw, lines: 'many' };

const formatted: Writing = {
  special: anyOf(COMMANDS, HTML, FORMATTING, LEADING),
  rewrite: escaped,
  lines: 'one',
};

/** Teams shows one space where there are several, and no tab. */
const log: Writing = {
  special: anyOf(COMMANDS, ' {2,40}', '(?<=\\n) ', '\\t'),
  rewrite: (match) => {
    if (match === '\t') return '\u00a0'.repeat(4);
    return match.startsWith(' ') ? '\u00a0'.repeat(match.length) : match + GAP;
  },
  lines: 'many',
};

/** Text on one line where there is no markdown: TextRun, the title of a button, `fallbackText`. */
export const line: Write = (text, limit) => write(text, limit, oneLine);
/** The same with line breaks. */
export const paragraphs: Write = (text, limit) => write(text, limit, manyLines);
/** The same as a program wrote it, to be shown in a fixed-width font. */
export const codeBlock: Write = (text, limit) => write(text, limit, log);
/**
 * One line where Teams reads markdown: TextBlock and Fact
 * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format).
 */
export const markdown: Write = (text, limit) => write(text, limit, formatted);

export interface Link {
  readonly url: string;
  readonly label: string;
}

/** A link and what it is called; undefined where the address is none people may be sent to. */
export const link = (href: string, label: string, limit: number): Link | undefined => {
  const target = webLink(href, limits.LINK_ADDRESS);
  if (!target) return undefined;
  const url = target.href.replace(/[{}]/g, encodeURIComponent);
  return { url, label: honestLabel(label, target.host, limit, line) };
};

export interface Span {
  readonly text: string;
  readonly url?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'`|\\^{}…\u200b]+/gi;

/** A written text in which web addresses lead to themselves: what people see is where they go. */
export const spans = (text: string): readonly Span[] => {
  const found: Span[] = [];
  let at = 0;
  let links = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const whole = !/^[…\u200b{}]/.test(text.slice(match.index + match[0].length));
    const address = match[0].replace(/[.,;:!?)\]*_~]+$/, '');
    const url = whole ? honestLink(address, limits.LINK_ADDRESS)?.href : undefined;
    if (url === undefined) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    found.push({ text: address, url });
    at = match.index + address.length;
    links += 1;
    if (links === limits.TEXT_LINKS) break;
  }
  return at < text.length ? [...found, { text: text.slice(at) }] : found;
};

/** A time in the reader's own zone and habit; whole seconds, or Teams shows the function itself. */
const local = (at: string | undefined, functions: readonly string[]): string | undefined => {
  const time = instant(at);
  if (time === undefined) return undefined;
  const exact = new Date(time).toISOString().replace(/\.\d+/, '');
  return functions.map((name) => `{{${name.replace('…', exact)}}}`).join(' ');
};

/** Day and time. */
export const moment = ({ value, at }: Value): string =>
  local(at, ['DATE(…, SHORT)', 'TIME(…)']) ?? markdown(value, limits.FACT_VALUE).text;
/** The time of day. */
export const clock = ({ value, at }: Value): string =>
  local(at, ['TIME(…)']) ?? markdown(value, limits.FACT_VALUE).text;
