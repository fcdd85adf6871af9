/** What Slack's documents say about a message, written down apart from the code that obeys. */
export interface Flaw {
  readonly where: string;
  readonly what: string;
}

type Json = Readonly<Record<string, unknown>>;

const TOKEN = /<([^<>]*)>/g;
const MENTION = /^(?:!here|!channel|!everyone|@[UW][A-Z0-9]+|!subteam\^S[A-Z0-9]+)$/;
const DATE = /^!date\^\d+\^[^^|<>]+\|[^|<>\n]+$/;
const LINK = /^(https?:\/\/[^|<>\s]+)(?:\|([^|<>\n]+))?$/;

export const stringsOf = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${path}.${key}`));
};

export const tokensOf = (text: string): string[] =>
  [...text.matchAll(TOKEN)].map((match) => match[1] ?? '');

export const mentionsIn = (text: string): string[] =>
  tokensOf(text).filter((token) => MENTION.test(token));

export const linksIn = (text: string): { href: string; label: string | undefined }[] =>
  tokensOf(text).flatMap((token) => {
    const link = LINK.exec(token);
    return link?.[1] ? [{ href: link[1].replaceAll('&amp;', '&'), label: link[2] }] : [];
  });

/** The text of one place: whole tokens of known kinds, whole entities, well-formed. */
export const textFlaws = (where: string, text: string): Flaw[] => {
  const flaws: string[] = [];
  if (!text.isWellFormed()) flaws.push('half a surrogate pair');
  if (/&(?!(?:amp|lt|gt);)/.test(text)) flaws.push('an unescaped ampersand');
  for (const token of tokensOf(text)) {
    const known = MENTION.test(token) || DATE.test(token) || LINK.test(token);
    if (!known) flaws.push(`an unknown token <${token}>`);
  }
  if (/[<>]/.test(text.replace(TOKEN, ''))) flaws.push('a bracket outside a token');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/.test(text)) {
    flaws.push('a control character');
  }
  return flaws.map((what) => ({ where, what }));
};

const within = (where: string, text: unknown, most: number): Flaw[] =>
  typeof text === 'string' && text.length >= 1 && text.length <= most
    ? []
    : [{ where, what: `not a text of 1 to ${most} characters` }];

const blockFlaws = (block: Json, where: string): Flaw[] => {
  const objects = [block.text, ...((block.fields ?? block.elements ?? []) as unknown[])];
  const texts = objects.filter((object) => object !== undefined) as Json[];
  const most = block.fields ? 2000 : 3000;
  const known = ['section', 'context'].includes(String(block.type));
  const filled = texts.length >= 1 && texts.length <= (block.text ? 11 : 10);
  return [
    ...(known ? [] : [{ where, what: `block type ${block.type}` }]),
    ...(filled ? [] : [{ where, what: `${texts.length} texts` }]),
    ...texts.flatMap((object) => within(where, object.text, most)),
    ...texts
      .filter((object) => object.type !== 'mrkdwn' || object.verbatim !== true)
      .map(() => ({ where, what: 'a text object that Slack may change' })),
  ];
};

/** Everything that is wrong with a message. */
export const messageFlaws = (payload: Json): Flaw[] => {
  const attachments = (payload.attachments ?? []) as Json[];
  const top = (payload.blocks ?? []) as Json[];
  const inner = attachments.flatMap((attachment) => attachment.blocks as Json[]);
  const blocks = [...top, ...inner];
  const size = JSON.stringify(payload).length;
  return [
    ...within('text', payload.text, 4000),
    ...(blocks.length >= 1 && blocks.length <= 50 ? [] : [{ where: 'blocks', what: 'count' }]),
    ...(size <= 12_000 ? [] : [{ where: 'payload', what: `${size} characters` }]),
    ...(payload.unfurl_links === false ? [] : [{ where: 'unfurl_links', what: 'on' }]),
    ...(payload.unfurl_media === false ? [] : [{ where: 'unfurl_media', what: 'on' }]),
    ...('link_names' in payload || 'parse' in payload
      ? [{ where: 'payload', what: 'parses' }]
      : []),
    ...attachments.flatMap((one) => within('fallback', one.fallback, 4000)),
    ...blocks.flatMap((block, index) => blockFlaws(block, `block ${index}`)),
    ...stringsOf(payload).flatMap(([where, text]) => textFlaws(where, text)),
  ];
};
