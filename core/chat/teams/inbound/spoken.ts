import type { Activity } from './activity';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const LONGEST = 10_000;

/** What was said to the bot, without its name; undefined where it was not spoken to. */
export const spokenTo = (activity: Activity, way: 'bot' | 'outgoing'): string | undefined => {
  const said = activity.text.slice(0, LONGEST);
  if (way === 'outgoing') return plain(said.replace(/^\s*<at>[^<]{0,200}<\/at>/i, ''));
  const own = activity.mentions.filter(({ of }) => of !== '' && of === activity.recipient.id);
  const without = own.reduce((left, { text }) => (text ? left.replaceAll(text, ' ') : left), said);
  const isMeant = own.length > 0 || activity.kind === 'personal' || activity.kind === '';
  return isMeant ? plain(without) : undefined;
};

/** Teams writes text as HTML: names of others in tags, entities, and spaces that never break. */
const plain = (html: string): string =>
  html
    .replace(/<\/?at[^>]{0,100}>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decoded)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const decoded = (
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name = '',
): string => {
  if (decimal === undefined && hex === undefined) {
    return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
};
