import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { call, credentialOf, ilertApi } from './oncall-keys';
import { postRaw, type Running, runSandbox } from './running';

const happen = happenAt('ilert');

describe('ilert’s rate', () => {
  it('is 120 a minute for a key, and each key has its own', async () => {
    let now = Date.parse('2026-11-21T12:00:00Z');
    const sandbox = await runSandbox({ rateWindowScale: 1, now: () => now });
    const api = ilertApi(sandbox);
    for (let sent = 0; sent < 120; sent += 1) await api('GET', '/users/current');
    const { status, headers, body } = await api('GET', '/users/current');
    expect([status, body]).toMatchObject([429, { status: 429 }]);
    expect(headers.get('retry-after')).toBe('60');
    expect((await sandbox.requests()).at(-1)).toMatchObject({ code: 'rate_limited' });
    expect((await ilertApi(sandbox, 'Jonas')('GET', '/users/current')).status).toBe(200);
    now += 60_000;
    expect((await api('GET', '/users/current')).status).toBe(200);
  });

  it('is 50 a minute for the key of a source', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 1, now: () => 0 });
    const { baseUrl, integrationKey } = credentialOf(sandbox, 'ilert', 'Ada');
    const event = { integrationKey, eventType: 'RESOLVE', alertKey: 'a' };
    const post = () => call(`${baseUrl}/events`, 'POST', event, {});
    for (let sent = 0; sent < 50; sent += 1) expect((await post()).status).toBe(202);
    expect((await post()).status).toBe(429);
  });
});

describe('a fault at ilert', () => {
  const plan = (sandbox: Running, fault: object) =>
    sandbox.post('/inspect/faults', { platform: 'ilert', ...fault });

  it('may be its answer to too many requests, or any status', async () => {
    const sandbox = await runSandbox();
    const api = ilertApi(sandbox);
    await plan(sandbox, { kind: 'rate-limit', retryAfter: 7 });
    const limited = await api('GET', '/alerts');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    await plan(sandbox, { kind: 'status', status: 502, body: '{}' });
    expect((await api('GET', '/alerts')).status).toBe(502);
    expect((await api('GET', '/alerts')).status).toBe(200);
  });

  it('may lose the answer: the alert is accepted all the same, and the webhook comes', async () => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'alert-created');
    const api = ilertApi(sandbox);
    await plan(sandbox, { kind: 'lost-answer', channel: alertId });
    expect((await api('GET', '/alerts')).status).toBe(200);
    await expect(api('PUT', `/alerts/${alertId}/accept`)).rejects.toThrow();
    await target.arrived(2);
    expect(target.received[1]?.body).toMatchObject({ status: 'ACCEPTED' });
    expect((await sandbox.requests()).at(-1)).toMatchObject({
      fault: 'lost-answer',
      path: `/ilert/api/alerts/${alertId}/accept`,
      channel: alertId,
      status: null,
    });
  });

  it('may reset the connection before anything happens', async () => {
    const { sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'alert-created');
    const api = ilertApi(sandbox);
    await plan(sandbox, { kind: 'reset' });
    await expect(api('PUT', `/alerts/${alertId}/accept`)).rejects.toThrow();
    expect((await api('GET', `/alerts/${alertId}`)).body).toMatchObject({ status: 'PENDING' });
  });

  it('cannot be one that fails later', async () => {
    const sandbox = await runSandbox();
    const { status, text } = await plan(sandbox, { kind: 'fail-later' });
    expect([status, JSON.parse(text).message]).toEqual([400, 'There is no fail-later at ilert.']);
  });
});

describe('a token of ilert', () => {
  const tokenOf = (sandbox: Running, form: Record<string, string>) => {
    const { baseUrl, clientId = '', clientSecret = '' } = credentialOf(sandbox, 'ilert', 'An app');
    const full = { client_id: clientId, client_secret: clientSecret, ...form };
    const type = 'application/x-www-form-urlencoded';
    const body = new URLSearchParams(full).toString();
    return postRaw(`${baseUrl}/developers/oauth2/token`, body, type);
  };

  it('comes for a code once, opens the API for an hour, and is renewed', async () => {
    let now = Date.parse('2026-11-21T12:00:00Z');
    const sandbox = await runSandbox({ now: () => now });
    const { baseUrl, code = '', refreshToken = '' } = credentialOf(sandbox, 'ilert', 'An app');
    const first = await tokenOf(sandbox, { grant_type: 'authorization_code', code });
    const { access_token, expires_in } = JSON.parse(first.text);
    expect([first.status, expires_in]).toEqual([200, 3600]);
    const authorization = `Bearer ${access_token}`;
    const me = () => call(`${baseUrl}/users/current`, 'GET', undefined, { authorization });
    expect((await me()).body).toMatchObject({ firstName: 'Ada' });
    const again = await tokenOf(sandbox, { grant_type: 'authorization_code', code });
    expect([again.status, JSON.parse(again.text).code]).toEqual([401, 'invalid_grant']);
    now += 3_600_000;
    expect((await me()).status).toBe(401);
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const renewed = await tokenOf(sandbox, form);
    expect(renewed.status).toBe(200);
    expect(JSON.stringify(await sandbox.requests())).not.toContain(access_token);
  });

  it.each([
    ['unsupported_grant_type', 400, { grant_type: 'password' }],
    ['invalid_request', 400, { grant_type: 'refresh_token', client_secret: 'other' }],
    ['invalid_grant', 401, { grant_type: 'refresh_token', refresh_token: 'other' }],
  ])('is refused with %s', async (code, status, form) => {
    const sandbox = await runSandbox();
    const told = await tokenOf(sandbox, form as Record<string, string>);
    expect([told.status, JSON.parse(told.text).code]).toEqual([status, code]);
  });
});
