import type { HttpRequest } from '../http/types';
import { postJson } from './request';
import { webAddress } from './web-link';

/** A question to a chat's API. `path` begins with a slash: it goes below the API's base address. */
export const askApi = (path: string, query: Readonly<Record<string, string>> = {}): HttpRequest => {
  const asked = new URLSearchParams(query).toString();
  return { method: 'GET', url: asked === '' ? path : `${path}?${asked}`, headers: {} };
};

/** The same with a JSON body. */
export const tellApi = (
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: object,
): HttpRequest => ({ ...postJson(body), method, url: path });

/**
 * Brings a request to the API and adds the headers that open it. Only what is a path goes there; an
 * address of its own gets no secret.
 */
export const toApi = (
  request: HttpRequest,
  base: string | undefined,
  headers: Readonly<Record<string, string>>,
): HttpRequest => {
  const address = webAddress(base);
  if (!address || !/^\/(?!\/)/.test(request.url)) return request;
  const url = address.origin + address.pathname.replace(/\/+$/, '') + request.url;
  return { ...request, url, headers: { ...request.headers, ...headers } };
};

/** The token as a header; none where it could break out of its line. */
export const bearer = (token: string | undefined): Readonly<Record<string, string>> => {
  const value = token?.trim() ?? '';
  return /^[\x21-\x7e]+$/.test(value) ? { authorization: `Bearer ${value}` } : {};
};
