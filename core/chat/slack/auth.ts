import type { HttpRequest } from '../../http/types';

/** An incoming webhook's address is its secret: the credential supplies it. */
export const authenticate = (
  request: HttpRequest,
  { webhookUrl = '' }: Readonly<Record<string, string>>,
): HttpRequest => ({ ...request, url: webhookUrl.trim() });
