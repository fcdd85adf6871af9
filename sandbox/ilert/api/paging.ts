import { type ApiError, bad } from './answer';

/** https://api.ilert.com/api-docs/, start-index and max-results */
export function paged<T>(
  items: readonly T[],
  query: URLSearchParams,
  { usual = 50, most = 100 }: { usual?: number; most?: number } = {},
): { items: T[] } | ApiError {
  const start = wholeNumber(query.get('start-index') ?? '0');
  const count = wholeNumber(query.get('max-results') ?? String(usual));
  if (start === undefined) return bad('start-index is no whole number from 0.');
  if (count === undefined || count < 1) return bad('max-results is no whole number from 1.');
  if (count > most) return bad(`max-results is ${count}; there are at most ${most}.`);
  return { items: items.slice(start, start + count) };
}

const wholeNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
