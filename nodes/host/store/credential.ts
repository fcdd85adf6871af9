import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

export const STORE_CREDENTIAL = 'alertwireStoreApi';

/** Brings a request to n8n's API, with the key; a request without a path is the ping of the watch. */
export const authenticateStore = async (
  { baseUrl, apiKey, pingUrl }: ICredentialDataDecryptedObject,
  options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> => {
  if (options.url === '') return { ...options, url: text(pingUrl) };
  if (!options.url.startsWith('/')) return options;
  const url = `${apiBase(text(baseUrl))}${options.url}`;
  return { ...options, url, headers: { ...options.headers, 'X-N8N-API-KEY': text(apiKey) } };
};

/** People also enter the address of the API itself, or of a page of the editor. */
const apiBase = (baseUrl: string): string =>
  baseUrl.replace(/\/+$/, '').replace(/\/(api\/v1|home\/.*)$/, '');

const text = (value: unknown): string => String(value ?? '').trim();
