import type { Alert } from '../../../core/alert/event';
import type { FoundLink } from './links';

/** What is wrong with a link, if anything. */
export const flawOf = (link: FoundLink, named: ReadonlySet<string>): string | undefined => {
  const shown = seen(link.text);
  if (!/^https?:\/\//i.test(link.href) || !URL.canParse(link.href)) return 'is no web address';
  const { host, username, password } = new URL(link.href);
  if (username !== '' || password !== '') return 'hides its host behind a name';
  const others = [...shown.matchAll(/https?:\/\/([^/?#\s)\]]+)/gi)].map(([, other = '']) => other);
  const says = shown.toLowerCase().includes(host);
  if (others.some((other) => other.toLowerCase() !== host) && !says) return 'names another host';
  return named.has(host) || says ? undefined : 'leads where nobody said';
};

/** The hosts an alert itself leads to. */
export const namedHosts = ({ url, links, images }: Alert): ReadonlySet<string> =>
  new Set(
    [url, ...links.map(({ href }) => href), ...images.flatMap(({ src, href }) => [src, href])]
      .filter((address) => address !== undefined && URL.canParse(address))
      .map((address) => new URL(address as string).host),
  );

/** Without what nobody sees and without the marks of an escape. */
const seen = (text: string): string => text.replace(/[\u200b\u2060\\]/g, '');
