import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { type Credential, findOnCall, type HttpRequest } from '../../../core/index';
import { credentialOf } from '../chat/credential';

/** Puts a platform's address and secret into a request: here, and nowhere else. */
export const authenticateOnCall =
  (platform: string) =>
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
    const { url, headers, body } = opened(platform, request, credentialOf(data));
    return { ...options, url, headers: { ...headers }, ...(body !== undefined && { body }) };
  };

export const opened = (
  platform: string,
  request: HttpRequest,
  credential: Credential,
): HttpRequest => findOnCall(platform)?.authenticate(request, credential) ?? request;
