import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Inbound, InboundRefusal, InboundSetup } from '../../../core/answers/inbound';
import { signToken } from '../../../core/answers/token';
import { inbound } from '../../../core/chat/teams/inbound/index';
import type { HttpRequest, InboundRequest } from '../../../core/http/types';
import { Replays } from '../../../core/http/verify/replays';
import type { Http } from '../../../core/ports';
import { verifyJwt } from '../../../vendor/jwt';

export const NOW = Date.UTC(2026, 2, 1, 2, 12);
export const KEYS = { key: 'a key that nobody could ever guess, 1' };
export const APP = '11111111-2222-3333-4444-555555555555';
export const TENANT = '5a4d0b0e-0000-4000-8000-00007e4a4701';
export const SERVICE = 'https://smba.trafficmanager.net/emea/';
export const CHANNEL = '19:ops@thread.tacv2';
export const PERSON = '5a4d0b0e-0000-4000-8000-000000410021';
export const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

const JWKS = 'https://login.botframework.com/v1/.well-known/keys';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: object;
}

export const newKey = (kid: string, endorsements?: readonly string[]): SigningKey => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements };
  return { kid, privateKey, jwk };
};

export const KEY = newKey('one', ['msteams']);

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As Teams signs what it sends to a bot. */
export const tokenBy = (key: SigningKey, claims: object = {}, now = NOW): string => {
  const seconds = Math.floor(now / 1000);
  const times = { nbf: seconds - 60, exp: seconds + 3600 };
  const all = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE, ...times };
  const told = `${part({ alg: 'RS256', kid: key.kid, typ: 'JWT' })}.${part({ ...all, ...claims })}`;
  return `${told}.${sign('RSA-SHA256', Buffer.from(told), key.privateKey).toString('base64url')}`;
};

/** Where keys are published; `published` may be changed. */
export const keyServer = (published: object[] = [KEY.jwk]) => {
  const asked: string[] = [];
  const server = { published, asked, down: false };
  const http: Http = async ({ url }: HttpRequest) => {
    asked.push(url);
    if (server.down) return { failed: 'not-sent', code: 'ECONNREFUSED' };
    const body = url === METADATA ? { jwks_uri: JWKS } : { keys: server.published };
    return { status: 200, headers: {}, body: JSON.stringify(body) };
  };
  return { server, http };
};

export const setupWith = (changes: Partial<InboundSetup> = {}): InboundSetup => ({
  credential: { clientId: APP, clientSecret: 'secret', tenantId: TENANT },
  keys: KEYS,
  replays: new Replays(),
  clock: { now: () => NOW },
  http: keyServer().http,
  verifyJwt,
  publicKeys: {},
  ...changes,
});

export const button = (action = 'accept', changes: object = {}): string =>
  signToken(
    {
      kind: 'alert-action',
      action,
      alert: { platform: 'ilert', id: '4711' },
      episode: 1,
      destination: 'd',
      channel: CHANNEL,
      expiresAt: NOW + 60_000,
      ...changes,
    },
    KEYS,
  );

/** What every activity of a person in the channel has. */
export const activity = (more: object = {}) => ({
  type: 'message',
  id: '1772331120000',
  timestamp: '2026-03-01T02:12:00.000Z',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: '29:1priya', name: 'Priya Raman', aadObjectId: PERSON },
  recipient: { id: `28:${APP}`, name: 'Alertwire' },
  conversation: {
    id: `${CHANNEL};messageid=17`,
    tenantId: TENANT,
    conversationType: 'channel',
    isGroup: true,
  },
  channelData: { channel: { id: CHANNEL, name: 'Ops alerts' }, tenant: { id: TENANT } },
  ...more,
});

export const pressing = (data: object, more: object = {}) =>
  activity({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:1',
    replyToId: '17',
    value: { action: { type: 'Action.Execute', verb: 'accept', data }, trigger: 'manual' },
    ...more,
  });

export const saying = (text: string, more: object = {}) =>
  activity({
    text: `<at>Alertwire</at>&nbsp;${text}\n`,
    entities: [
      { type: 'mention', text: '<at>Alertwire</at>', mentioned: { id: `28:${APP}` } },
      { type: 'clientInfo', locale: 'en-GB' },
    ],
    ...more,
  });

export const request = (body: unknown, authorization?: string): InboundRequest => ({
  headers: { ...(authorization && { authorization }) },
  query: {},
  rawBody: Buffer.from(JSON.stringify(body)),
});

export const signed = (body: unknown, claims: object = {}, key = KEY): InboundRequest =>
  request(body, `Bearer ${tokenBy(key, claims)}`);

export const receive = (
  sent: InboundRequest,
  setup: InboundSetup = setupWith(),
): Promise<Inbound | InboundRefusal> => inbound.receive(sent, setup);

export const taken = async (sent: InboundRequest, setup?: InboundSetup): Promise<Inbound> => {
  const read = await receive(sent, setup);
  if (!read.ok) throw new Error(`${read.code}: ${read.reason}`);
  return read;
};
