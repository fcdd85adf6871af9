import type { Running } from './running';

export interface Told {
  status: number;
  headers: Headers;
  body: unknown;
}

export type CallApi = (method: string, path: string, body?: unknown) => Promise<Told>;

/** A key of an on-call platform, by whose it is. */
export function credentialOf({ oncalls }: Running, platform: string, name: string) {
  const account = oncalls.find((one) => one.platform === platform && one.name.startsWith(name));
  if (!account) throw new Error(`${platform} has no key of ${name}.`);
  return { baseUrl: account.baseUrl, ...account.credential } as Record<string, string>;
}

/** ilert's API with a person's key; the client is nothing but fetch. */
export function ilertApi(sandbox: Running, name = 'Ada'): CallApi {
  const { baseUrl, apiKey } = credentialOf(sandbox, 'ilert', name);
  return (method, path, body) =>
    call(`${baseUrl}${path}`, method, body, { authorization: `Bearer ${apiKey}` });
}

/** Flashduty's API with a person's key. */
export function flashdutyApi(sandbox: Running, name = 'Ada') {
  const { baseUrl, appKey } = credentialOf(sandbox, 'flashduty', name);
  return (path: string, body: unknown = {}) =>
    call(`${baseUrl}${path}?app_key=${appKey}`, 'POST', body, {});
}

export async function call(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Told> {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
