import type { Credential, HttpRequest } from '../../http/types';
import { bearer, toApi } from '../api';
import { toWebhook } from '../request';

/** A bot's credential has a token, and the address of the server it opens. */
export const authenticate = (request: HttpRequest, credential: Credential): HttpRequest =>
  credential.accessToken === undefined
    ? toWebhook(request, credential)
    : toApi(request, credential.baseUrl, bearer(credential.accessToken));
