import type { OnCallPlatform } from '../platform';

/** The key goes into the address: https://docs.flashcat.cloud/en/openapi/introduction */
export const authenticate: OnCallPlatform['authenticate'] = (request, { appKey }) => {
  if (appKey === undefined || appKey === '') return request;
  const url = new URL(request.url);
  url.searchParams.set('app_key', appKey);
  return { ...request, url: url.href };
};
