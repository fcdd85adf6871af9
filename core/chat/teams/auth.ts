import type { Credential, HttpRequest } from '../../http/types';
import { toWebhook } from '../request';

/**
 * The address with its signature is the secret. A header of one's own, checked in a trigger
 * condition of the flow, is a second one.
 */
export const authenticate = (request: HttpRequest, credential: Credential): HttpRequest => {
  const addressed = toWebhook(request, credential);
  const { headerName = '', headerValue = '' } = credential;
  const name = headerName.trim().toLowerCase();
  return name === ''
    ? addressed
    : { ...addressed, headers: { ...request.headers, [name]: headerValue.trim() } };
};
