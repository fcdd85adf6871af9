import { cleanLine } from './clean';

const QUOTE = 120;

/** Addresses, and words long enough to be a token. */
const SECRET = /https?:\S*|\S*\/services\/\S*|[\w+/=.%-]{20,}/gi;

/** The beginning of a body as an error may show it: one line without tags, addresses or tokens. */
export const quote = (body: string): string => {
  const text = cleanLine(body.slice(0, 2000).replace(/<[^>]{0,200}>/g, ' '));
  const safe = text.replace(SECRET, '[…]');
  return safe.length > QUOTE ? `${safe.slice(0, QUOTE - 1).toWellFormed()}…` : safe;
};
