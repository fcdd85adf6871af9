import type {
  ICredentialDataDecryptedObject,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import {
  type ChatId,
  type Credential,
  credentialFieldsOf,
  findChat,
  type HttpRequest,
  type TransportId,
} from '../../../core/index';
import { clock } from '../clock';
import { propertiesOf } from '../credential-properties';

/** What n8n keeps of a credential, as the core reads it. */
export const credentialOf = (data: ICredentialDataDecryptedObject): Credential =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value ?? '')]));

/** The form of a chat's credential. */
export const credentialProperties = (chat: ChatId, transport: TransportId): INodeProperties[] =>
  propertiesOf(credentialFieldsOf(chat, transport));

/** Puts a chat's credential into a request: address and secrets are put in here, and nowhere else. */
export const authenticateWith =
  (chat: ChatId) =>
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
    const signed = findChat(chat)?.authenticate(request, credentialOf(data), clock.now());
    if (!signed) return options;
    const { url, headers, body } = signed;
    return { ...options, url, headers: { ...headers }, ...(body !== undefined && { body }) };
  };
