import type { Credential, HttpRequest } from '../http/types';

/** A message as a request; where it goes, the credential says. */
export const postJson = (payload: object, charset = 'utf-8'): HttpRequest => ({
  method: 'POST',
  url: '',
  headers: { 'content-type': `application/json; charset=${charset}` },
  body: JSON.stringify(payload),
});

/** An incoming webhook's address is its secret: the credential supplies it. */
export const toWebhook = (request: HttpRequest, { webhookUrl = '' }: Credential): HttpRequest => ({
  ...request,
  url: webhookUrl.trim(),
});
