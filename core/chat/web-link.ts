export interface WebLink {
  /** Absolute; holds no space, quote, angle bracket, pipe or backtick. */
  readonly href: string;
  /** Where it leads, as the browser will say; international names in their xn-- form. */
  readonly host: string;
}

const LONGEST_READ = 8000;

/**
 * An address people may be sent to: http or https with a host and without the userinfo that makes
 * `https://good.example@evil.example` look good. Above `longest` (as `written` measures it) the
 * query goes; what is still too long, relative or empty is no link.
 */
export const webLink = (
  raw: string,
  longest: number,
  written: (href: string) => string = (href) => href,
): WebLink | undefined => {
  const url = parse(raw);
  if (url === undefined) return undefined;
  const { host, origin, pathname } = url;
  const whole = encodeDelimiters(url.href);
  if (written(whole).length <= longest) return { href: whole, host };
  const bare = encodeDelimiters(origin + pathname);
  return written(bare).length <= longest ? { href: bare, host } : undefined;
};

/** The same where an address is shown as it is: only where people see the host it leads to. */
export const honestLink: typeof webLink = (address, longest, written) => {
  const target = webLink(address, longest, written);
  return target && address.toLowerCase().includes(target.host) ? target : undefined;
};

/** What a label needs behind it where it names another address than the one it leads to. */
export const trueHost = (label: string, host: string): string =>
  namesAddress(label) && !startsWithHost(label, host) ? ` (${host})` : '';

const namesAddress = (label: string): boolean =>
  /:\/\/|\bwww\.|^\s*[^\s/]+\.\p{L}{2,}(?:[/?#:]\S*)?\s*$/iu.test(label);

const startsWithHost = (label: string, host: string): boolean => {
  const bare = label
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '');
  return bare === host || (bare.startsWith(host) && /^[/?#\s]/.test(bare.slice(host.length)));
};

const parse = (raw: string): URL | undefined => {
  const text = raw.length > LONGEST_READ ? '' : raw.trim();
  if (!/^https?:\/\/[^/?#\s]/i.test(text) || UNSAFE.test(text)) return undefined;
  const url = read(text);
  return url?.username === '' && url.password === '' && url.hostname !== '' ? url : undefined;
};

const read = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

/** Browsers read a backslash as a slash and skip control characters; chats may not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNSAFE = /[\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

const encodeDelimiters = (href: string): string =>
  href.replace(/[|<>"`\s]/g, (character) => encodeURIComponent(character));

/** The address of a credential, read; undefined where it is no web address at all. */
export const webAddress = (text: string | undefined): URL | undefined =>
  /^https?:\/\/[^/?#\s]/i.test(text?.trim() ?? '') ? read((text as string).trim()) : undefined;
