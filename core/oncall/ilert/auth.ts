import type { OnCallPlatform } from '../platform';

/** https://docs.ilert.com/developer-docs/rest-api/api-reference/introduction/authentication */
export const authenticate: OnCallPlatform['authenticate'] = (request, { apiKey }) =>
  apiKey === undefined || apiKey === ''
    ? request
    : { ...request, headers: { ...request.headers, authorization: `Bearer ${apiKey}` } };
