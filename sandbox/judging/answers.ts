import type { Answer } from '../platform';

type Headers = Record<string, string>;

export function plainText(status: number, body: string, headers: Headers = {}): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body };
}

export function jsonText(status: number, value: unknown, headers: Headers = {}): Answer {
  const body = JSON.stringify(value);
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
  };
}
