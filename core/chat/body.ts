import { isRecord } from '../alert/untrusted';
import type { HttpRequest } from '../http/types';
import { parseJson } from './json';

type Body = Readonly<Record<string, unknown>>;

/** No answer to a message is longer; what is comes from somebody else. */
const LONGEST = 100_000;

/** A body that is one JSON object; undefined for everything else. */
export const readBody = (body: string): Body | undefined => {
  const value = body.length > LONGEST ? undefined : parseJson(body);
  return isRecord(value) ? value : undefined;
};

/** Completes a request of our own with what only the credential knows. */
export const changeBody = (request: HttpRequest, change: (body: Body) => Body): HttpRequest => {
  const body = parseJson(request.body ?? '');
  return isRecord(body) ? { ...request, body: JSON.stringify(change(body)) } : request;
};
