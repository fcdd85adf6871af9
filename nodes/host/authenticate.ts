import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Credential, HttpRequest } from '../../core/index';

/** What n8n keeps of a credential, as the core reads it. */
export const credentialOf = (data: ICredentialDataDecryptedObject): Credential =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value ?? '')]));

/** Puts address and secrets into a request, as n8n asks a credential to: here, and nowhere else. */
export const authenticateBy =
  (sign: (request: HttpRequest, credential: Credential) => HttpRequest | undefined) =>
  async (
    data: ICredentialDataDecryptedObject,
    options: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => {
    const request: HttpRequest = {
      method: (options.method ?? 'POST') as HttpRequest['method'],
      url: options.url,
      headers: (options.headers ?? {}) as Record<string, string>,
      ...(typeof options.body === 'string' && { body: options.body }),
    };
    const signed = sign(request, credentialOf(data));
    if (!signed) return options;
    const { url, headers, body } = signed;
    return { ...options, url, headers: { ...headers }, ...(body !== undefined && { body }) };
  };
