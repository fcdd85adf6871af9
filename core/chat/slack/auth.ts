import type { Credential, HttpRequest } from '../../http/types';
import { bearer, toApi } from '../api';
import { toWebhook } from '../request';

/** https://docs.slack.dev/apis/web-api */
const API = 'https://slack.com/api';

/** A bot's credential has a token; GovSlack and proxies have a base address of their own. */
export const authenticate = (request: HttpRequest, credential: Credential): HttpRequest =>
  credential.accessToken === undefined
    ? toWebhook(request, credential)
    : toApi(request, credential.baseUrl?.trim() || API, bearer(credential.accessToken));
