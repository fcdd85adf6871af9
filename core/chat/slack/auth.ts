import type { Credential, HttpRequest } from '../../http/types';
import { bearer, toApi } from '../api';
import { toWebhook } from '../request';

/** https://docs.slack.dev/apis/web-api */
const API = 'https://slack.com/api';

/** The one method that takes the token of the app itself, not of its bot. */
export const CONNECT = '/apps.connections.open';

/**
 * A bot's credential has a token; GovSlack and proxies have a base address of their own. An address
 * that Slack gave for an answer gets no token: it is the proof itself.
 */
export const authenticate = (request: HttpRequest, credential: Credential): HttpRequest => {
  const { accessToken, appToken, baseUrl } = credential;
  if (request.url === CONNECT) return toApi(request, baseUrl?.trim() || API, bearer(appToken));
  return accessToken === undefined
    ? toWebhook(request, credential)
    : toApi(request, baseUrl?.trim() || API, bearer(accessToken));
};
