import type { Value } from '../../alert/card';
import { instant } from '../../i18n/time';
import { honestLabel } from '../label';
import { honestLink, webLink } from '../web-link';
import { anyOf, GAP, type Write, type Writing, write } from '../write';
import { LINK_ADDRESS } from './limits';

/**
 * Mentions and links exist only inside `<…>`, so escaping `& < >` kills them:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Formatting; Slack takes the full-width forms as well. */
const MARKERS = '*_~`＊＿｀～';

const ENTITY = '[&<>]';
const WIDE_QUOTE = '^＞';
/** Markers work at the edge of a word only: `node_cpu_seconds` stays as it is. */
const FORMATTING = `(?<![a-z0-9])[${MARKERS}]{1,8}|[${MARKERS}]{1,8}(?![a-z0-9])`;
/** `:30:` in a time of day is no emoji; `:100:` and `:1234:` are. */
const SHORTCODE = ":(?!(?!100:|1234:)\\d+:)(?=[\\p{L}\\p{N}_+'-]{1,100}:)";
/** Works only with `link_names` or `parse`, which this pack never sets. */
const BARE_MENTION = '[@＠](?=here|channel|everyone|group)';
const ADDRESS = 'https?:\\/\\/[^\\s<>"\'`|\\\\^{}]+';

const MARKUP = [ENTITY, WIDE_QUOTE, SHORTCODE, BARE_MENTION, FORMATTING];

export const entities = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

const apart = (match: string, index: number, text: string): string => {
  const lineStart = index === 0 || text[index - 1] === '\n';
  if (match === '>' && lineStart) return `${GAP}&gt;`;
  if (/^[:@＠]/.test(match)) return match + GAP;
  return ENTITIES[match] ?? GAP + match + GAP;
};

const markup: Writing = { special: anyOf(...MARKUP), rewrite: apart, lines: 'one' };

const label: Writing = {
  special: anyOf('\\|', ...MARKUP),
  rewrite: (match, index, text) => (match === '|' ? '¦' : apart(match, index, text)),
  lines: 'one',
};

const prose: Writing = {
  special: anyOf(ADDRESS, ...MARKUP),
  rewrite: (match, index, text) =>
    /^https?:/i.test(match) ? clickable(match) : apart(match, index, text),
  lines: 'many',
};

/** Links an address only to itself: what people see is where they go. */
const clickable = (match: string): string => {
  const address = match.replace(/[.,;:!?)\]*_~]+$/, '');
  if (!honestLink(address, LINK_ADDRESS, entities)) return asMarkup(match);
  return `<${entities(address)}>${asMarkup(match.slice(address.length))}`;
};

const asMarkup = (text: string): string => text.replace(markup.special, apart);

const plain: Writing = {
  special: anyOf(ENTITY, SHORTCODE, BARE_MENTION),
  rewrite: apart,
  lines: 'one',
};

/** Entities are decoded inside code too; a backtick would end it. */
const inline: Writing = {
  special: anyOf(ENTITY, '`'),
  rewrite: (match) => (match === '`' ? 'ˋ' : entities(match)),
  lines: 'one',
};
const fenced: Writing = {
  special: anyOf(ENTITY, '`'),
  rewrite: (match) => (match === '`' ? match + GAP : entities(match)),
  lines: 'many',
};

/** mrkdwn on one line. */
export const line: Write = (raw, limit) => write(raw, limit, markup);
/** mrkdwn with line breaks, in which web addresses can be clicked. */
export const paragraphs: Write = (raw, limit) => write(raw, limit, prose);
/** The visible half of `<address|label>`. */
export const linkLabel: Write = (raw, limit) => write(raw, limit, label);
/** What is never drawn as mrkdwn: an attachment's `fallback`. */
export const plainText: Write = (raw, limit) => write(raw, limit, plain);
/** Between single backticks. */
export const inlineCode: Write = (raw, limit) => write(raw, limit, inline);
/** Between fences. */
export const codeBlock: Write = (raw, limit) => write(raw, limit, fenced);

/** `<address|label>`; undefined where the address is none people may be sent to. */
export const link = (href: string, label: string, limit: number): string | undefined => {
  const target = webLink(href, LINK_ADDRESS, entities);
  return (
    target && `<${entities(target.href)}|${honestLabel(label, target.host, limit, linkLabel)}>`
  );
};

/** A time in the reader's own zone: https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
export const date = ({ value, at }: Value, format: string): string => {
  const time = instant(at);
  const fallback = linkLabel(value, 100).text;
  return time === undefined ? fallback : `<!date^${Math.floor(time / 1000)}^${format}|${fallback}>`;
};
