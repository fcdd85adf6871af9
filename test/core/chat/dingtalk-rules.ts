/** What DingTalk's documents say about a message, written down apart from the code that obeys. */
export interface Flaw {
  readonly where: string;
  readonly what: string;
}

type Json = Readonly<Record<string, unknown>>;

const LINK = /\[([^[\]\n]+)\]\(([^()\s[\]]+)\)/g;
const BROWSER = /^dingtalk:\/\/dingtalkclient\/page\/link\?url=([^&]+)&pc_slide=false$/;
const GAP = '\u200b';

export interface Shown {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly actionURL: string }[];
}

export const shownOf = (payload: Json): Shown => {
  const card = (payload.actionCard ?? payload.markdown ?? {}) as Json;
  const { title, text, btns, singleTitle, singleURL } = card;
  const single = singleTitle ? [{ title: singleTitle, actionURL: singleURL }] : [];
  return { title, text, buttons: btns ?? single } as Shown;
};

export const linksIn = (text: string): { label: string; href: string }[] =>
  [...text.matchAll(LINK)].map(([, label = '', href = '']) => ({ label, href: realOf(href) }));

/** Where a link of DingTalk's own form leads. */
export const realOf = (href: string): string => {
  const wrapped = BROWSER.exec(href)?.[1];
  return wrapped === undefined ? href : decodeURIComponent(wrapped);
};

/** Every `@` that is not taken apart. */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(/[@＠](?!\u200b)(\S*)/g)].map(([mention]) => mention);

const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** What would format, once the message's own Markdown is taken away. */
const untrustedPart = (text: string): string =>
  text
    .replace(LINK, '')
    .replace(/^### /, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/^>(?: |(?=…$))/gm, '');

const markdownFlaws = (text: string): string[] => {
  const rest = untrustedPart(text);
  return [
    ...(/[[\]*_`~<>]/.test(rest) ? ['formatting'] : []),
    ...(/^[^\S\n]*(?:#|[-+]\s|=+[^\S\n]*$|\d+[.)]\s)/m.test(rest) ? ['a block'] : []),
    ...(/^(?: {4}|\t)/m.test(rest) ? ['indented code'] : []),
    ...(/(?<!https?):\/\//i.test(rest) ? ['an address of another kind'] : []),
    ...(/\b(?:dtmd|dingtalk|javascript):\S/i.test(rest) ? ['a command'] : []),
    ...(/:\/\/[^\s/]*@(?!\u200b)/.test(rest) ? ['a false host'] : []),
    ...(/&#?\w{1,32};/.test(rest) ? ['an entity'] : []),
  ];
};

const addressFlaws = (address: unknown, most: number): string[] => {
  const text = String(address);
  const bad = !/^https?:\/\/[^/\s@]+(?:$|[/?#])/.test(realOf(text));
  return [...(bad ? [`address ${text}`] : []), ...(text.length > most ? ['a long address'] : [])];
};

const textFlaws = (text: unknown, most: number): string[] => {
  if (typeof text !== 'string' || text.replaceAll(GAP, '').trim() === '') return ['nothing'];
  return [
    ...(text.length > most ? [`${text.length} characters`] : []),
    ...(text.isWellFormed() ? [] : ['half a character']),
    ...(CONTROL.test(text) ? ['a control character'] : []),
  ];
};

/** Everything that is wrong with a message. */
export const messageFlaws = (payload: Json): Flaw[] => {
  const { msgtype } = payload;
  const { title, text, buttons } = shownOf(payload);
  const at = (where: string, flaws: readonly string[]) => flaws.map((what) => ({ where, what }));
  const bytes = new TextEncoder().encode(JSON.stringify(payload)).length;
  const known = msgtype === 'markdown' || msgtype === 'actionCard';
  return [
    ...at('msgtype', known ? [] : [String(msgtype)]),
    ...at('payload', bytes <= 20_000 ? [] : [`${bytes} bytes`]),
    ...at('payload', Object.hasOwn(payload, String(msgtype)) ? [] : ['no such message']),
    ...at('title', [...textFlaws(title, 200), ...(/\n/.test(title) ? ['lines'] : [])]),
    ...at('text', [...textFlaws(text, 4000), ...markdownFlaws(text)]),
    ...at(
      'text',
      linksIn(text).flatMap(({ href }) => addressFlaws(href, 4000)),
    ),
    ...at('buttons', (msgtype === 'actionCard') === buttons.length > 0 ? [] : ['count']),
    ...buttons.flatMap((one) => at('button', addressFlaws(one.actionURL, 500))),
    ...buttons.flatMap((one) => at('button', textFlaws(one.title, 60))),
    ...at(
      'at',
      msgtype === 'actionCard' && 'at' in payload ? ['an ActionCard mentions nobody'] : [],
    ),
  ];
};
