// https://docs.slack.dev/messaging/formatting-message-text
import { emojiFor } from './emoji.js';

const FENCE = /```\n?([\s\S]*?)\n?```/g;
const QUOTE = /^(?:>|&gt;) ?/;
const INLINE =
  /`([^`\n]+)`|<([^<>\n]+)>|(https?:\/\/[^\s<>|]+)|:([a-z0-9_+'-]+):|(?<!\w)([*_~])(?=\S)(.+?)(?<=\S)\5(?!\w)/g;
const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' };

/** Slack's mrkdwn as a tree of plain objects: pre, quote and line, with inline parts inside. */
export function parseMrkdwn(text) {
  return split(text, FENCE, ([, code]) => [{ type: 'pre', text: decode(code) }], parseLines);
}

export function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function parseLines(text) {
  return text
    .replace(/^\n|\n$/g, '')
    .split('\n')
    .map((line) =>
      QUOTE.test(line)
        ? { type: 'quote', parts: parseInline(line.replace(QUOTE, '')) }
        : { type: 'line', parts: parseInline(line) },
    );
}

export function parseInline(text) {
  return split(text, INLINE, inlinePart, (plain) => [{ type: 'text', text: decode(plain) }]);
}

function inlinePart([whole, code, entity, url, emoji, mark, inner]) {
  if (code !== undefined) return [{ type: 'code', text: decode(code) }];
  if (entity !== undefined) return [entityPart(entity)];
  if (url !== undefined) return [{ type: 'link', url: decode(url), text: decode(url) }];
  if (emoji !== undefined) return [{ type: 'text', text: emojiFor(emoji) ?? whole }];
  return [{ type: STYLES[mark], parts: parseInline(inner) }];
}

function entityPart(entity) {
  const bar = entity.indexOf('|');
  const target = bar < 0 ? entity : entity.slice(0, bar);
  const label = bar < 0 ? '' : decode(entity.slice(bar + 1));
  if (target.startsWith('!date^')) return datePart(target, label);
  if (/^!(here|channel|everyone)$/.test(target)) return mention(`@${target.slice(1)}`);
  if (target.startsWith('!subteam^')) return mention(label || `@${target.slice(9)}`);
  if (target.startsWith('@')) return mention(label ? `@${label}` : target);
  if (target.startsWith('#')) return mention(`#${label || target.slice(1)}`);
  return { type: 'link', url: decode(target), text: label || decode(target) };
}

function mention(text) {
  return { type: 'mention', text };
}

function datePart(target, fallback) {
  const [, seconds, format] = target.split('^');
  return { type: 'date', seconds: Number(seconds), format: decode(format ?? ''), fallback };
}

/** Applies one function to what a pattern matches and another to what lies between. */
function split(text, pattern, onMatch, onRest) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) parts.push(...onRest(text.slice(end, match.index)));
    parts.push(...onMatch(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(...onRest(text.slice(end)));
  return parts;
}
