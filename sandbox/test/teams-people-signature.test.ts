import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ChannelValidation,
  JwtTokenValidation,
  SimpleCredentialProvider,
} from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import { botCalled } from './teams-api-bot';
import { type App, type Heard, teamsApp } from './teams-people-app';

const metadataOf = ({ sandbox }: App) => botCalled(sandbox, 'Alertwire').inbound ?? {};

/** As Microsoft's own package for bots judges a request. */
async function judge(app: App, { headers, activity }: Heard, change: object = {}, id?: string) {
  const { appId = '', openIdMetadataUrl = '' } = metadataOf(app);
  ChannelValidation.OpenIdMetadataEndpoint = openIdMetadataUrl;
  const told = { ...activity, ...change } as unknown as Activity;
  const { authorization = '' } = headers;
  const credentials = new SimpleCredentialProvider(id ?? appId, '');
  return JwtTokenValidation.authenticateRequest(told, authorization, credentials, '');
}

async function oneCall(app: App): Promise<Heard> {
  await app.say('Ops alerts', '@Alertwire ping');
  return app.heard.at(-1) as Heard;
}

const partOf = (token: string, at: number) =>
  JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString());

describe('the signature of what Teams sends to a bot', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is good for Microsoft’s own bots', async () => {
    const app = await teamsApp();
    const identity = await judge(app, await oneCall(app));
    expect(identity.isAuthenticated).toBe(true);
    expect(identity.getClaimValue('aud')).toBe(metadataOf(app).appId);
  });

  it('is for one bot, and one address to answer to', async () => {
    const app = await teamsApp();
    const call = await oneCall(app);
    await expect(judge(app, call, {}, 'another')).rejects.toThrow('Invalid AppId');
    const elsewhere = { serviceUrl: 'https://smba.example/' };
    await expect(judge(app, call, elsewhere)).rejects.toThrow('ServiceUrl');
    const parts = call.headers.authorization?.split('.') ?? [];
    const authorization = [parts[0], parts[1], 'AAAA'].join('.');
    const forged = { ...call, headers: { ...call.headers, authorization } };
    await expect(judge(app, forged)).rejects.toThrow('signature');
  });

  it('can be of a key that is not for Teams', async () => {
    const app = await teamsApp();
    await app.control('keys', { endorsements: ['webchat'] });
    await expect(judge(app, await oneCall(app))).rejects.toThrow('endorsement');
  });

  it('is of another key after a rotation, and the one before stays published', async () => {
    const app = await teamsApp();
    const before = await oneCall(app);
    await judge(app, before);
    const { kid } = JSON.parse((await app.control('keys', {})).text);
    const after = await oneCall(app);
    const { authorization = '' } = after.headers;
    expect(partOf(authorization.replace('Bearer ', ''), 0)).toMatchObject({ kid, alg: 'RS256' });
    // it asks for keys once an hour at most
    await expect(judge(app, after)).rejects.toThrow('Signing Key could not be retrieved');
    await judge(app, before);
    const { keys } = await fetch(await jwksUri(app)).then((response) => response.json());
    expect(keys).toHaveLength(2);
  });

  it('begins and ends by the sandbox’s clock', async () => {
    const now = Date.parse('2026-03-01T02:12:00Z');
    const app = await teamsApp({ now: () => now });
    const token = (await oneCall(app)).headers.authorization?.replace('Bearer ', '') ?? '';
    const [header, body, signature = ''] = token.split('.');
    const { keys } = await fetch(await jwksUri(app)).then((response) => response.json());
    const key = createPublicKey({ key: keys[0] as JsonWebKey, format: 'jwk' });
    const signed = Buffer.from(`${header}.${body}`);
    expect(verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(keys[0]).toMatchObject({ kid: partOf(token, 0).kid, use: 'sig' });
    expect(keys[0].endorsements).toContain('msteams');
    expect(Object.keys(keys[0])).not.toContain('d');
    expect(partOf(token, 1)).toEqual({
      iss: 'https://api.botframework.com',
      aud: metadataOf(app).appId,
      serviceurl: `${app.sandbox.url}/teams/`,
      nbf: now / 1000,
      exp: now / 1000 + 3600,
    });
  });

  it('is explained where an owner is told', async () => {
    const { sandbox } = await teamsApp();
    const { inbound } = botCalled(sandbox, 'Alertwire');
    expect(Object.keys(inbound ?? {})).toEqual([
      'appId',
      'tenantId',
      'openIdMetadataUrl',
      'outgoingToken',
    ]);
    expect(botCalled(sandbox, 'Veteran').inbound).toBeUndefined();
    const posted = await sandbox.post('/teams/login/v1/.well-known/openidconfiguration');
    expect(posted.status).toBe(405);
  });
});

async function jwksUri(app: App): Promise<string> {
  const { openIdMetadataUrl = '' } = metadataOf(app);
  const document = await fetch(openIdMetadataUrl).then((response) => response.json());
  expect(document.issuer).toBe('https://api.botframework.com');
  return document.jwks_uri;
}
