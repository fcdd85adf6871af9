import { isForApi, toApi } from '../api';
import type { OnCallPlatform } from '../platform';

/** https://docs.flashcat.cloud/en/openapi/introduction */
const API = 'https://api.flashcat.cloud';

/** The key goes into the address, so that no address may be told to anybody. */
export const authenticate: OnCallPlatform['authenticate'] = (request, credential) => {
  if (!isForApi(request)) return request;
  const url = new URL(toApi(request.url, credential.baseUrl, API));
  const key = credential.appKey?.trim() ?? '';
  if (key !== '') url.searchParams.set('app_key', key);
  return { ...request, url: url.href };
};
