import { describe, expect, it } from '@jest/globals';
import type { TokenRules } from '../../../core/chat/platform';
import { bot } from '../../../core/chat/teams/bot';
import { teams } from '../../../core/chat/teams/index';
import type { Credential, HttpRequest } from '../../../core/http/types';
import { answer } from '../delivery/world';
import { json, NOW, taken } from './steps';

const clientId = '5a4d0b0e-0000-4000-8000-000000000001';
const tenantId = '5a4d0b0e-0000-4000-8000-000000000002';
const clientSecret = 'abc8Q~s+cret&=%';
const credential = { clientId, clientSecret, tenantId };
const tokens = teams.tokens as TokenRules;
const sent = (request: HttpRequest, given: Credential = credential) =>
  teams.authenticate(tokens.apply(request, 'TOKEN'), given, NOW);
const to = (url: string): HttpRequest => ({ method: 'POST', url, headers: {}, body: '{"a":1}' });
const PATH = '/v3/conversations/19%3Aa%40thread.tacv2/activities';

describe('the token', () => {
  const asked = (given: Credential) => sent(tokens.request(given), given);

  it('is asked for at the login of the tenant, with the secret in the form', () => {
    const request = asked(credential);
    expect(request.url).toBe(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`);
    expect(request.headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' });
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'https://api.botframework.com/.default',
    });
  });

  it.each([
    [{}, 'https://login.microsoftonline.com/', 'https://api.botframework.com'],
    [
      { serviceUrl: 'https://smba.infra.gcc.teams.microsoft.com/teams' },
      'https://login.microsoftonline.com/',
      'https://api.botframework.com',
    ],
    [
      { serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams' },
      'https://login.microsoftonline.us/',
      'https://api.botframework.us',
    ],
    [
      { loginUrl: ' https://login.partner.microsoftonline.cn/ ' },
      'https://login.partner.microsoftonline.cn/',
      'https://api.botframework.azure.cn',
    ],
    [
      { loginUrl: 'http://127.0.0.1:4400/teams', serviceUrl: 'http://127.0.0.1:4400/teams' },
      'http://127.0.0.1:4400/teams/',
      'https://api.botframework.com',
    ],
  ])('of %j comes from %s', (more, login, scope) => {
    const { url, body } = asked({ ...credential, ...more });
    expect(url).toBe(`${login}${tenantId}/oauth2/v2.0/token`);
    expect(new URLSearchParams(body).get('scope')).toBe(`${scope}/.default`);
  });

  it('is read with its end', () => {
    const given = json(200, { token_type: 'Bearer', expires_in: 3599, access_token: 'e.y.z' });
    expect(tokens.read(given, NOW)).toEqual({ value: 'e.y.z', expiresAt: NOW + 3_599_000 });
    const text = json(200, { expires_in: '3599', access_token: 'e.y.z' });
    expect(tokens.read(text, NOW)?.expiresAt).toBe(NOW + 3_599_000);
    expect(tokens.read(json(200, { access_token: 'x' }), NOW)?.expiresAt).toBe(NOW);
  });

  it.each([
    [200, { access_token: 'a\r\nb' }],
    [200, { access_token: '' }],
    [200, { access_token: 5 }],
    [200, []],
    [401, { access_token: 'x' }],
  ])('is none in HTTP %d %j', (status, body) =>
    expect(tokens.read(json(status, body), NOW)).toBeUndefined(),
  );

  it('is refused with 401 only', () => {
    expect(tokens.refused(answer(401))).toBe(true);
    expect(tokens.refused(answer(403))).toBe(false);
    expect(tokens.refused({ failed: 'not-sent', code: 'x' })).toBe(false);
  });
});

describe('a request', () => {
  it('goes to the service of the credential, with the token', () => {
    expect(sent(to(PATH))).toEqual({
      ...to(`https://smba.trafficmanager.net/teams${PATH}`),
      headers: { authorization: 'Bearer TOKEN' },
    });
    const own = { ...credential, serviceUrl: 'http://127.0.0.1:4400/teams/' };
    expect(sent(to(PATH), own)).toMatchObject({
      url: `http://127.0.0.1:4400/teams${PATH}`,
      headers: { authorization: 'Bearer TOKEN' },
    });
  });

  it('begins a conversation as the bot, in its tenant', () => {
    const begun = (given: Credential) =>
      JSON.parse(sent(to('/v3/conversations'), given).body ?? '');
    expect(begun(credential)).toEqual({ a: 1, bot: { id: `28:${clientId}` }, tenantId });
    expect(begun({ ...credential, tenantId: 'botframework.com' })).toEqual({
      a: 1,
      bot: { id: `28:${clientId}` },
    });
    expect(sent(to(PATH)).body).toBe('{"a":1}');
  });

  it.each([
    'https://smba.trafficmanager.net/emea',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://europe.directline.botframework.com',
    'http://127.0.0.1:4400/teams',
  ])('takes the token to %s', (service) => {
    const given = { ...credential, serviceUrl: 'http://127.0.0.1:4400/teams' };
    expect(sent(to(service + PATH), given)).toMatchObject({
      url: service + PATH,
      headers: { authorization: 'Bearer TOKEN' },
    });
  });

  it.each([
    'https://evil.example',
    'https://evil.trafficmanager.net/teams',
    'https://xsmba.trafficmanager.net/teams',
    'https://smba.trafficmanager.net.evil.example',
    'https://smba.trafficmanager.net@evil.example',
    'https://user:pass@smba.trafficmanager.net',
    'https://smba.trafficmanager.net:8443',
    'http://smba.trafficmanager.net/teams',
    'https://xteams.microsoft.com',
    'http://127.0.0.1:4400/teamsters',
    'http://127.0.0.1:4401/teams',
    'http://127.0.0.1:4400/teams/../other',
  ])('takes no token to %s', (service) => {
    const given = { ...credential, serviceUrl: 'http://127.0.0.1:4400/teams' };
    const request = sent(to(service + PATH), given);
    expect(JSON.stringify(request)).not.toContain('TOKEN');
    expect(JSON.stringify(request)).not.toContain(clientSecret);
  });

  it('holds the client secret nowhere but at the login', () =>
    expect(JSON.stringify([sent(to(PATH)), sent(to('/v3/conversations'))])).not.toContain('8Q~'));
});

describe('a check', () => {
  const jwt = (claims: unknown) =>
    `e.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

  it('names the app and what stays open', async () => {
    const given = json(200, { access_token: jwt({ appid: clientId }), expires_in: 3599 });
    const { result, requests } = await taken(bot.check(), given);
    expect(result).toEqual({
      name: `the app ${clientId}`,
      unproven: expect.stringMatching(/Send Test/),
    });
    expect(requests).toEqual([tokens.request(credential)]);
  });

  it.each([jwt({ appid: '<b>' }), 'opaque', 'a.%%%.c'])('reads no name in %s', async (token) =>
    expect((await taken(bot.check(), json(200, { access_token: token }))).result).toMatchObject({
      name: 'the app',
    }),
  );

  it('says what is wrong', async () => {
    const refused = json(401, { error_description: 'AADSTS7000222: x' });
    expect((await taken(bot.check(), refused)).result).toMatchObject({
      problem: { code: 'teams.expired_secret' },
    });
    expect((await taken(bot.check(), answer(200, '<html>'))).result).toHaveProperty('problem.code');
  });
});

describe('the credential', () => {
  it.each([
    [{}],
    [{ clientId: ` ${clientId} ` }],
    [{ tenantId: 'botframework.com' }],
    [{ tenantId: 'contoso.onmicrosoft.com' }],
    [{ serviceUrl: ' http://127.0.0.1:4400/teams ', loginUrl: 'https://login.microsoftonline.us' }],
  ])('may hold %j', (more) =>
    expect(bot.checkCredential({ ...credential, ...more })).toBeUndefined(),
  );

  it.each([
    [{ clientId: '' }, 'teams.bad_client_id'],
    [{ clientId: 'my bot' }, 'teams.bad_client_id'],
    [{ clientSecret: ' ' }, 'teams.no_secret'],
    [{ clientSecret: tenantId }, 'teams.secret_id'],
    [{ tenantId: '' }, 'teams.no_tenant'],
    [{ tenantId: 'common' }, 'teams.bad_tenant'],
    [{ tenantId: 'a/b.c' }, 'teams.bad_tenant'],
    [{ serviceUrl: 'smba.trafficmanager.net' }, 'teams.bad_service_url'],
    [{ serviceUrl: 'https://a:b@smba.trafficmanager.net' }, 'teams.bad_service_url'],
    [{ loginUrl: 'https://login.microsoftonline.com/?x=1' }, 'teams.bad_login_url'],
  ])('is not good with %j', (more, code) => {
    const problem = bot.checkCredential({ ...credential, ...more });
    expect(problem).toMatchObject({ code, hint: expect.stringMatching(/\w+ \w+/) });
    expect(JSON.stringify(problem)).not.toContain(clientSecret);
  });
});
