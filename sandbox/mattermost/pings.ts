import { type JsonObject, objectsIn, textOf } from '../judging/shape';

const FENCE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]* *$|(?![\s\S]))/gm;
const CODE = /(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const ENTITY = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));|&commat;/gi;
/** What cannot belong to a mention or an emoji ends a word. */
const BETWEEN_WORDS = /[^:.\-_@\p{L}\p{N}]+/u;

/**
 * Whom a message would notify, as mentions, each once. Every name counts, as if somebody had it.
 * https://github.com/mattermost/mattermost/blob/master/server/channels/app/mention_parser_standard.go
 */
export function pingsIn(payload: JsonObject): string[] {
  return [...new Set(textsThatNotify(payload).flatMap(mentions))];
}

/** The same for a webhook, where Slack's forms become Mattermost's before anything reads Markdown. */
export function pingsOf(payload: JsonObject): string[] {
  const words = textsThatNotify(payload).map(expandSlack).flatMap(mentions);
  return [...new Set(words)];
}

function textsThatNotify({ text, attachments }: JsonObject): string[] {
  const attached = objectsIn(attachments).flatMap(({ pretext, title, text, fields }) => [
    ...[pretext, title, text].map(textOf),
    ...objectsIn(fields).map(({ value }) => textOf(value)),
  ]);
  return [textOf(text), ...attached];
}

function mentions(text: string): string[] {
  const words = asRead(text).split(BETWEEN_WORDS);
  return words.filter((word) => !/^:.*:$/.test(word)).flatMap(namesIn);
}

function namesIn(raw: string): string[] {
  const word = raw.replace(/^[:.\-_]+/, '');
  const parts = word.startsWith('@') ? [word.replace(/[.\-:_]+$/, '')] : word.split(/[.\-:]/);
  return parts.filter((part) => /^@[a-z0-9]/i.test(part)).map((name) => name.toLowerCase());
}

/** In code too. */
function expandSlack(text: string): string {
  return text.replace(/<!(channel|here|all)>/g, '@$1').replace(/<@([a-zA-Z0-9]+)>/g, '@$1');
}

/** Words as the parser meets them: code is skipped, escapes and entities are gone. */
function asRead(text: string): string {
  return text
    .replace(FENCE, '\n')
    .replace(CODE, ' ')
    .replace(ESCAPED, '$1')
    .replace(ENTITY, (_, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 64);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
}
