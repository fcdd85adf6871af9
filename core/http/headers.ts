import type { InboundRequest } from './types';

/**
 * Every value a header came with, whatever the case of its name; empty when it is absent.
 * Node joins a repeated header with `, ` (https://nodejs.org/api/http.html#messageheaders), so the
 * parts of such a value follow the value itself.
 */
export const headerValues = (headers: InboundRequest['headers'], name: string): string[] => {
  const wanted = name.toLowerCase();
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === wanted)
    .flatMap(([, value]) => value ?? [])
    .filter((value) => typeof value === 'string')
    .flatMap((value) => (value.includes(', ') ? [value, ...value.split(', ')] : [value]));
};

/** The media type of a request's body in lower case, without parameters. */
export const mediaType = (headers: InboundRequest['headers']): string | undefined =>
  headerValues(headers, 'content-type')[0]?.split(';', 1)[0]?.trim().toLowerCase();
