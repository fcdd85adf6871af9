import type { HttpRequest } from '../../http/types';
import { isForApi, toApi } from '../api';
import type { OnCallPlatform } from '../platform';
import { EVENTS } from './event-api';

/** https://docs.ilert.com/developer-docs/rest-api/api-reference */
const API = 'https://api.ilert.com/api';

/**
 * A user's key or an OAuth2 token as Bearer; the key of an alert source goes into the events that
 * are sent with it: https://docs.ilert.com/developer-docs/rest-api/api-reference/events
 */
export const authenticate: OnCallPlatform['authenticate'] = (request, credential) => {
  if (!isForApi(request)) return request;
  const url = toApi(request.url, credential.baseUrl, API);
  if (request.url === EVENTS)
    return withKey({ ...request, url }, credential.integrationKey?.trim());
  const token = tokenOf(credential.apiKey) ?? tokenOf(credential.accessToken);
  const headers = { ...request.headers, ...(token && { authorization: `Bearer ${token}` }) };
  return { ...request, url, headers };
};

const withKey = (request: HttpRequest, integrationKey = ''): HttpRequest => {
  if (integrationKey === '' || request.body === undefined) return request;
  return { ...request, body: JSON.stringify({ integrationKey, ...JSON.parse(request.body) }) };
};

/** None where it could break out of its line. */
const tokenOf = (key: string | undefined): string | undefined => {
  const token = key?.trim().replace(/^bearer +/i, '') ?? '';
  return /^[\x21-\x7e]+$/.test(token) ? token : undefined;
};
