import type { Credential, HttpRequest } from '../../http/types';
import { changeBody } from '../body';
import { toWebhook } from '../request';
import { webAddress } from '../web-link';
import { isService, serviceUrlOf } from './hosts';
import { NEW_CONVERSATION } from './places';
import { isTokenRequest, logIn } from './token';

export { tokens } from './token';

/**
 * A webhook's address, which with its signature is the secret, or a bot's service and who it is.
 * The token stays with the service of Teams, the client secret with the login.
 */
export const authenticate = (request: HttpRequest, credential: Credential): HttpRequest =>
  isBot(credential) ? asBot(request, credential) : asWebhook(request, credential);

const isBot = ({ webhookUrl = '', clientId }: Credential): boolean =>
  webhookUrl.trim() === '' && clientId !== undefined;

/** A header of one's own, checked in a trigger condition of the flow, is a second secret. */
const asWebhook = (request: HttpRequest, credential: Credential): HttpRequest => {
  const addressed = toWebhook(request, credential);
  const { headerName = '', headerValue = '' } = credential;
  const name = headerName.trim().toLowerCase();
  return name === ''
    ? addressed
    : { ...addressed, headers: { ...request.headers, [name]: headerValue.trim() } };
};

const asBot = (request: HttpRequest, credential: Credential): HttpRequest => {
  if (isTokenRequest(request)) return logIn(credential);
  const url = webAddress(request.url) ? request.url : serviceUrlOf(credential) + request.url;
  if (!isService(url, credential)) return { ...request, url, headers: withoutToken(request) };
  const addressed = { ...request, url };
  return request.url.endsWith(NEW_CONVERSATION) ? introduce(addressed, credential) : addressed;
};

const withoutToken = ({ headers }: HttpRequest): HttpRequest['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));

/** Only GUIDs are tenants here; `botframework.com` is none of anybody's. */
const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who begins the conversation, and in which tenant. */
const introduce = (request: HttpRequest, { clientId = '', tenantId = '' }: Credential) => {
  const tenant = tenantId.trim();
  return changeBody(request, (body) => ({
    ...body,
    bot: { id: `28:${clientId.trim()}` },
    ...(TENANT.test(tenant) && { tenantId: tenant }),
  }));
};
