import { type Credential, findOnCall, type HttpRequest } from '../../../core/index';
import { authenticateBy } from '../authenticate';

/** Of an on-call platform: the credential as n8n signs with it. */
export const authenticateOnCall = (platform: string) =>
  authenticateBy((request, credential) => opened(platform, request, credential));

export const opened = (
  platform: string,
  request: HttpRequest,
  credential: Credential,
): HttpRequest => findOnCall(platform)?.authenticate(request, credential) ?? request;
