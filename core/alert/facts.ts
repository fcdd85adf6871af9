import { defined } from './defined';
import type { Image, Link } from './event';
import { list, record, text } from './untrusted';

/** Names and values of an alert; what is not a text, a number or a yes/no is left out. */
export const readLabels = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(record(value)).flatMap(([name, label]) =>
      isScalar(label) ? [[name, String(label)]] : [],
    ),
  );

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

export const readLinks = (value: unknown): Link[] =>
  list(value).flatMap((entry) => {
    const link = record(entry);
    const href = webAddress(link.href);
    return href === undefined ? [] : [defined({ text: text(link.text), href })];
  });

export const readImages = (value: unknown): Image[] =>
  list(value).flatMap((entry) => {
    const image = record(entry);
    const src = webAddress(image.src);
    if (src === undefined) return [];
    return [defined({ src, alt: text(image.alt), href: webAddress(image.href) })];
  });

/** An absolute http or https address; everything else, `javascript:` above all, is no address. */
export const webAddress = (value: unknown): string | undefined => {
  const address = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
};
