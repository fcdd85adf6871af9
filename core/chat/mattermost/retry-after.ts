import type { HttpResponse } from '../../http/types';

/** The server sends both; seconds that remain, although the documents call them a time. */
export const withRetryAfter = ({ headers, ...answer }: HttpResponse): HttpResponse => {
  const reset = headers['x-ratelimit-reset'] ?? '';
  const known = headers['retry-after'] ?? (/^\d{1,4}$/.test(reset) ? reset : undefined);
  return { ...answer, headers: { ...headers, ...(known && { 'retry-after': known }) } };
};
