import { webAddress } from '../alert/facts';
import type { HttpRequest } from '../http/types';

/** A request of this wing. */
export interface OnCallRequest extends HttpRequest {
  /** It only asks: whatever became of it, it may be sent again. */
  readonly asks?: true;
}

type Query = Readonly<Record<string, string | readonly string[]>>;

/** A question. `path` begins with a slash: `toApi` puts it below the API's base address. */
export const getJson = (path: string, query: Query = {}): OnCallRequest => {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  const asked = new URLSearchParams(pairs).toString();
  return {
    method: 'GET',
    url: asked === '' ? path : `${path}?${asked}`,
    headers: { accept: 'application/json' },
    asks: true,
  };
};

/** Something to be done. */
export const sendJson = (
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): OnCallRequest => ({
  method,
  url: path,
  headers: {
    accept: 'application/json',
    ...(body && { 'content-type': 'application/json; charset=utf-8' }),
  },
  ...(body && { body: JSON.stringify(body) }),
});

/** A question that has to be put like something to be done. */
export const askJson = (path: string, body: object): OnCallRequest => ({
  ...sendJson('POST', path, body),
  asks: true,
});

const PATH = /^\/(?!\/)/;

/** Is it a request for the API, whose base address is not known yet? Only such get a secret. */
export const isForApi = ({ url }: HttpRequest): boolean => PATH.test(url);

/** The path below the base address of a credential, or of the platform where it has none. */
export const toApi = (path: string, base: string | undefined, platforms: string): string => {
  const address = webAddress(base?.trim() || platforms) ?? platforms;
  return new URL(address).origin + new URL(address).pathname.replace(/\/+$/, '') + path;
};
