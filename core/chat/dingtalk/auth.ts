import { createHmac } from 'node:crypto';
import { isRecord } from '../../alert/untrusted';
import type { Credential, HttpRequest } from '../../http/types';
import { toApi } from '../api';
import { changeBody } from '../body';
import { toWebhook } from '../request';
import { webAddress } from '../web-link';
import { isTokenRequest, TOKEN_HEADER } from './token';

export { tokens } from './token';

/** The international edition has api.dingtalk.io: https://help.dingtalk.io */
const API = 'https://api.dingtalk.com';

/** Where an app asks for a stream: with its key and secret, and without a token. */
export const OPEN_CONNECTION = '/v1.0/gateway/connections/open';

/** A custom robot's address and signature, or an app's key, robot and template. */
export const authenticate = (
  request: HttpRequest,
  credential: Credential,
  now: number,
): HttpRequest =>
  isApp(credential) ? asApp(request, credential) : asHook(request, credential, now);

const isApp = ({ webhookUrl = '', clientId }: Credential): boolean =>
  webhookUrl.trim() === '' && clientId !== undefined;

/**
 * The query is written by URLSearchParams, which encodes once; a signature that is encoded twice
 * never matches.
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
const asHook = (request: HttpRequest, credential: Credential, now: number): HttpRequest => {
  const key = credential.secret?.trim() ?? '';
  const url = key === '' ? undefined : webAddress(credential.webhookUrl);
  if (!url) return toWebhook(request, credential);
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', signatureOf(now, key));
  return { ...request, url: url.href };
};

/** `now` in ms: the platform takes no seconds. */
const signatureOf = (now: number, secret: string): string =>
  createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');

/** Only what is a path goes to DingTalk; an address of its own gets no token. */
const asApp = (request: HttpRequest, credential: Credential): HttpRequest => {
  const { [TOKEN_HEADER]: token, ...headers } = request.headers;
  const bare = { ...request, headers };
  const base = credential.baseUrl?.trim() || API;
  if (isTokenRequest(request)) return toApi(withSecret(bare, credential), base, {});
  if (request.url === OPEN_CONNECTION) return toApi(withClient(bare, credential), base, {});
  const open: HttpRequest['headers'] = token === undefined ? {} : { [TOKEN_HEADER]: token };
  return toApi(withRobot(bare, credential), base, open);
};

const withSecret = (request: HttpRequest, { clientId = '', clientSecret = '' }: Credential) =>
  changeBody(request, () => ({ appKey: clientId.trim(), appSecret: clientSecret.trim() }));

const withClient = (request: HttpRequest, { clientId = '', clientSecret = '' }: Credential) =>
  changeBody(request, (body) => ({
    clientId: clientId.trim(),
    clientSecret: clientSecret.trim(),
    ...body,
  }));

const MODELS = ['imGroupOpenDeliverModel', 'imRobotOpenDeliverModel'] as const;

/** Who speaks, and what a card is drawn from. A robot of the organization's own has the app's key. */
const withRobot = (request: HttpRequest, credential: Credential): HttpRequest => {
  const { clientId = '', cardTemplateId = '' } = credential;
  const robotCode = credential.robotCode?.trim() || clientId.trim();
  if (request.url.startsWith('/v1.0/robot/')) {
    return changeBody(request, (body) => ({ ...body, robotCode }));
  }
  if (!request.url.endsWith('/createAndDeliver')) return request;
  return changeBody(request, (body) => {
    const models = MODELS.flatMap((name) => {
      const model = body[name];
      return isRecord(model) ? [[name, { ...model, robotCode }] as const] : [];
    });
    return { cardTemplateId: cardTemplateId.trim(), ...body, ...Object.fromEntries(models) };
  });
};
