import type { Credential, HttpRequest } from '../../http/types';

/** An incoming webhook's address is its secret: the credential supplies it. */
export const authenticate = (
  request: HttpRequest,
  { webhookUrl = '' }: Credential,
): HttpRequest => ({ ...request, url: webhookUrl.trim() });
