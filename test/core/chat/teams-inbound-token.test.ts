import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ChannelValidation, SimpleCredentialProvider } from 'botframework-connector';
import vectors from './teams-inbound.vectors.json';
import {
  APP,
  activity,
  KEY,
  keyServer,
  METADATA,
  NOW,
  newKey,
  receive,
  request,
  SERVICE,
  setupWith,
  signed,
  TENANT,
  tokenBy,
} from './teams-inbound-world';

const hour = 3_600_000;
const unknown = activity({ type: 'typing' });

const codeOf = async (...given: Parameters<typeof receive>) => {
  const read = await receive(...given);
  return read.ok ? 'taken' : `${read.status} ${read.code}`;
};

describe('tokens made elsewhere', () => {
  const told = activity({ type: 'typing', serviceUrl: vectors.service });
  const setup = () =>
    setupWith({
      credential: { clientId: vectors.app, tenantId: TENANT },
      clock: { now: () => vectors.now },
      http: keyServer(vectors.keys).http,
    });

  it.each(vectors.tokens)('$what', async ({ token, good }) => {
    const read = await receive(request(told, `Bearer ${token}`), setup());
    expect(read.ok).toBe(good);
  });

  describe('as the verifier of Microsoft judges them', () => {
    let server: Server;
    let url = '';

    beforeAll(async () => {
      jest.spyOn(console, 'error').mockImplementation(() => {});
      server = createServer((req, res) => {
        const keys = { keys: vectors.keys };
        res.end(JSON.stringify(req.url === '/keys' ? keys : { jwks_uri: `${url}/keys` }));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      ChannelValidation.OpenIdMetadataEndpoint = `${url}/metadata`;
      Object.assign(ChannelValidation.ToBotFromChannelTokenValidationParameters, {
        clockTimestamp: vectors.now / 1000,
      });
    });
    afterAll(() => {
      jest.restoreAllMocks();
      server.close();
    });

    it.each(vectors.tokens)('$what', async ({ token, good, what }) => {
      const theirs = ChannelValidation.authenticateChannelTokenWithServiceUrl(
        `Bearer ${token}`,
        new SimpleCredentialProvider(vectors.app, ''),
        vectors.service,
        'msteams',
      ).then(
        () => true,
        () => false,
      );
      /** It compares addresses letter by letter. */
      const spelled = what.startsWith('service in another case');
      expect(await theirs).toBe(good && !spelled);
    });
  });
});

describe('a token', () => {
  it('proves what Teams sends', async () => {
    expect(await codeOf(signed(unknown))).toBe('taken');
  });

  it.each([
    ['another bot', { aud: 'ffffffff-2222-3333-4444-555555555555' }],
    ['another issuer', { iss: 'https://sts.windows.net/x/' }],
    ['another service', { serviceurl: 'https://evil.example/' }],
    ['no service', { serviceurl: undefined }],
  ])('of %s is none', async (_, claims) => {
    expect(await codeOf(signed(unknown, claims))).toBe('401 answer.not_authentic');
  });

  it('has its time, with five minutes on either side', async () => {
    const at = Math.floor(NOW / 1000);
    expect(await codeOf(signed(unknown, { exp: at - 299 }))).toBe('taken');
    expect(await codeOf(signed(unknown, { exp: at - 301 }))).toBe('401 answer.not_timely');
    expect(await codeOf(signed(unknown, { nbf: at + 299 }))).toBe('taken');
    expect(await codeOf(signed(unknown, { nbf: at + 301 }))).toBe('401 answer.not_timely');
    expect(await codeOf(signed(unknown, { exp: undefined }))).toBe('401 answer.not_timely');
  });

  it('names the service in any case, with one slash at its end or none', async () => {
    const other = SERVICE.toUpperCase().replace(/\/$/, '');
    expect(await codeOf(signed(unknown, { serviceurl: other }))).toBe('taken');
    expect(await codeOf(signed(unknown, { serviceurl: `${SERVICE}/` }))).toBe(
      '401 answer.not_authentic',
    );
  });

  it('is made with a key that is good for Teams', async () => {
    const other = newKey('two', ['webchat']);
    const open = newKey('three');
    const http = keyServer([other.jwk, open.jwk]).http;
    expect(await codeOf(signed(unknown, {}, other), setupWith({ http }))).toBe(
      '401 answer.not_authentic',
    );
    expect(await codeOf(signed(unknown, {}, open), setupWith({ http }))).toBe('taken');
  });

  it.each([
    ['nothing', undefined],
    ['another scheme', `Basic ${tokenBy(KEY)}`],
    ['two words', `Bearer ${tokenBy(KEY)} x`],
    ['no token', 'Bearer abc'],
  ])('is not %s', async (_, authorization) => {
    expect(await codeOf(request(unknown, authorization))).toBe('401 answer.not_authentic');
  });

  it('needs a bot to be for', async () => {
    expect(await codeOf(signed(unknown), setupWith({ credential: {} }))).toBe(
      '401 answer.no_secret',
    );
  });
});

describe('the tenant', () => {
  const from = (tenantId: string) =>
    signed(activity({ type: 'typing', conversation: { id: 'a:1', tenantId } }));
  const other = 'ffffffff-0000-4000-8000-00007e4a4701';

  it('is the one of the credential', async () => {
    expect(await codeOf(from(TENANT.toUpperCase()))).toBe('taken');
    expect(await codeOf(from(other))).toBe('401 teams.other_tenant');
    expect(await codeOf(from(''), setupWith())).toBe('taken');
  });

  it('is told by hand for a bot of many tenants', async () => {
    const many = { clientId: APP, tenantId: 'botframework.com' };
    expect(await codeOf(from(TENANT), setupWith({ credential: many }))).toBe(
      '401 teams.other_tenant',
    );
    const credential = { ...many, allowedTenants: `${TENANT}, ${other}` };
    expect(await codeOf(from(other), setupWith({ credential }))).toBe('taken');
  });

  it('is never nobody’s', async () => {
    const nowhere = signed(
      activity({ type: 'typing', conversation: { id: 'a:1' }, channelData: {} }),
    );
    expect(await codeOf(nowhere)).toBe('401 teams.other_tenant');
  });
});

describe('public keys', () => {
  const world = (published = [KEY.jwk]) => {
    const { server, http } = keyServer(published);
    let now = NOW;
    const setup = setupWith({ http, clock: { now: () => now } });
    const ask = (key = KEY) => codeOf(request(unknown, `Bearer ${tokenBy(key, {}, now)}`), setup);
    return { server, ask, later: (ms: number) => (now += ms) };
  };

  it('are fetched once for a day', async () => {
    const { server, ask, later } = world();
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['taken', 'taken', 'taken']);
    expect(server.asked).toHaveLength(2);
    later(23 * hour);
    await ask();
    expect(server.asked).toHaveLength(2);
    later(hour);
    await ask();
    expect(server.asked).toHaveLength(4);
  });

  it('are asked for again for an unknown one, once an hour', async () => {
    const { server, ask, later } = world();
    const next = newKey('next', ['msteams']);
    await ask();
    server.published = [KEY.jwk, next.jwk];
    expect(await ask(next)).toBe('401 answer.not_authentic');
    later(hour - 1);
    expect(await ask(next)).toBe('401 answer.not_authentic');
    expect(server.asked).toHaveLength(2);
    later(1);
    expect(await ask(next)).toBe('taken');
    expect(server.asked).toHaveLength(4);
  });

  it('stay where no newer ones can be had', async () => {
    const { server, ask, later } = world();
    await ask();
    server.down = true;
    later(25 * hour);
    expect(await ask()).toBe('taken');
  });

  it('that cannot be had are nobody’s fault, and are not asked for all the time', async () => {
    const { server, ask, later } = world();
    server.down = true;
    expect(await ask()).toBe('503 teams.no_public_keys');
    expect(await ask()).toBe('503 teams.no_public_keys');
    expect(server.asked).toEqual([METADATA]);
    server.down = false;
    later(60_000);
    expect(await ask()).toBe('taken');
  });

  it('are not fetched for nonsense', async () => {
    const { server, http } = keyServer();
    const setup = setupWith({ http });
    for (const claims of [{ aud: 'x' }, { iss: 'x' }]) await codeOf(signed(unknown, claims), setup);
    await codeOf(request(unknown, 'Bearer a.b.c'), setup);
    expect(server.asked).toEqual([]);
  });

  it('come from where the credential says', async () => {
    const openIdUrl = 'http://127.0.0.1:9/metadata';
    const asked: string[] = [];
    const http = async ({ url }: { url: string }) => {
      asked.push(url);
      const jwks_uri = asked.length > 2 ? 'http://127.0.0.1:10/keys' : 'http://127.0.0.1:9/keys';
      const body = url === openIdUrl ? { jwks_uri } : { keys: [KEY.jwk] };
      return { status: 200, headers: {}, body: JSON.stringify(body) };
    };
    const credential = { clientId: APP, tenantId: TENANT, openIdUrl };
    expect(await codeOf(signed(unknown), setupWith({ http, credential }))).toBe('taken');
    expect(await codeOf(signed(unknown), setupWith({ http, credential }))).toBe(
      '503 teams.no_public_keys',
    );
    expect(asked).toEqual([openIdUrl, 'http://127.0.0.1:9/keys', openIdUrl]);
  });
});

describe('the emulator', () => {
  const local = activity({ type: 'typing', serviceUrl: 'http://localhost:56150/_connector' });
  const unsigned = (changes: object = {}) => ({
    ...request(local),
    remoteAddress: '127.0.0.1',
    ...changes,
  });
  const setup = () => setupWith({ emulator: true });

  it('is taken unsigned, where that is switched on', async () => {
    expect(await codeOf(unsigned(), setup())).toBe('taken');
    expect(await codeOf(unsigned(), setupWith())).toBe('401 answer.not_authentic');
  });

  it.each([
    ['from another machine', { remoteAddress: '203.0.113.7' }],
    ['from who knows where', { remoteAddress: undefined }],
    ['through a proxy', { headers: { 'x-forwarded-for': '203.0.113.7' } }],
    ['with a bad token', { headers: { authorization: 'Bearer a.b.c' } }],
    ['for a service elsewhere', { rawBody: JSON.stringify(unknown) }],
    [
      'that only sounds local',
      {
        rawBody: JSON.stringify({ ...local, serviceUrl: 'http://localhost.evil.example/' }),
      },
    ],
  ])('is not taken %s', async (_, changes) => {
    expect(await codeOf(unsigned(changes), setup())).toBe('401 answer.not_authentic');
  });
});
