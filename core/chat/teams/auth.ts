import type { Credential, HttpRequest } from '../../http/types';

/**
 * The address with its signature is the secret. A header of one's own, checked in a trigger
 * condition of the flow, is a second one.
 */
export const authenticate = (
  request: HttpRequest,
  { webhookUrl = '', headerName = '', headerValue = '' }: Credential,
): HttpRequest => ({
  ...request,
  url: webhookUrl.trim(),
  headers: {
    ...request.headers,
    ...(headerName.trim() !== '' && { [headerName.trim().toLowerCase()]: headerValue.trim() }),
  },
});
