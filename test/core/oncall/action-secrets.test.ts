import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer } from '../../../core/http/types';
import { flashduty } from '../../../core/oncall/flashduty/index';
import { ilert } from '../../../core/oncall/ilert/index';
import { checkOnCall, listOnCall, registerWebhook } from '../../../core/oncall/index';
import { answer, answering, simulatedClock } from '../delivery/world';
import { INCIDENT, incident, json, performed, said } from './action-world';

const appKey = 'app-key/with?signs&20';
const escaped = encodeURIComponent(appKey);

/** Everything that quotes the address, in which the key stands. */
const QUOTING: readonly HttpAnswer[] = [
  { failed: 'not-sent', code: `https://api.example.com/incident/ack?app_key=${escaped}` },
  { failed: 'answer-lost', code: `POST /incident/ack?app_key=${appKey}` },
  json(400, { error: { code: 'InvalidParameter', message: `app_key=${appKey} is wrong` } }),
  json(401, { error: { code: 'Unauthorized', message: `Nobody has ${appKey}` } }),
  json(200, { error: { code: appKey, message: `See /incident/ack?app_key=${escaped}` } }),
  json(500, { error: { code: 'InternalError', message: appKey } }),
  answer(502, `<a href="?app_key=${escaped}">`),
];

describe.each(QUOTING)('an answer that quotes the key: %j', (quoting) => {
  it.each(['accept', 'get', 'create', 'on-call', 'comment'])('of %s', async (action) => {
    const order = {
      platform: 'flashduty',
      alert: { id: INCIDENT },
      arguments: { title: 't', note: 'n' },
    };
    for (const before of [[], [said(incident())]]) {
      const outcome = await performed(
        { ...order, action, credential: { appKey } },
        ...before,
        quoting,
      );
      const { result, event, data } = outcome;
      const text = JSON.stringify({ result, event, data });
      expect(text).not.toContain(JSON.stringify(appKey).slice(1, -1));
      expect(text).not.toContain(escaped);
    }
  });

  it('of a list and a check', async () => {
    const { http } = answering(quoting);
    const who = { http, clock: simulatedClock().clock, credential: { appKey } };
    const told = [
      await listOnCall('flashduty', 'people', who),
      await checkOnCall('flashduty', who),
    ];
    expect(told).toMatchObject([{ problem: {} }, { problem: {} }]);
    expect(JSON.stringify(told)).not.toContain('app-key');
  });
});

it('a host that keeps the credential to itself still hears no key', async () => {
  const { result } = await performed(
    { platform: 'flashduty', action: 'get', alert: { id: INCIDENT } },
    json(400, { error: { code: 'X', message: 'GET /x?app_key=abc123&b=1 failed' } }),
  );
  expect(result.message).toBe('Flashduty refused (GET /x?app_key=…&b=1 failed).');
});

it('the secret of a webhook is told to nobody but the platform', async () => {
  const { http, requests } = answering(json(200, []), json(400, { message: 'bad: hook-secret' }));
  const order = {
    url: 'https://n.example/hook',
    name: 'Alertwire: x',
    secret: 'hook-secret',
    triggerTypes: [],
    alertSources: ['12'],
  };
  const who = { http, clock: simulatedClock().clock, credential: { apiKey: 'user-key' } };
  const told = await registerWebhook('ilert', order, who);
  expect(told).toMatchObject({ problem: { code: 'action.refused' } });
  expect(JSON.stringify(told)).not.toContain('hook-secret');
  expect(JSON.parse(requests[1]?.body ?? '')).toMatchObject({
    connectorType: 'webhook',
    triggerMode: 'AUTOMATIC',
    alertSources: [{ id: 12 }],
    params: {
      webhookUrl: order.url,
      headers: [{ key: 'X-Alertwire-Secret', value: 'hook-secret' }],
    },
  });
});

describe('authenticate', () => {
  const to = (url: string, body?: string) =>
    ({ method: 'POST', url, headers: { a: 'b' }, ...(body && { body }) }) as const;
  const keys = { apiKey: 'user-key', integrationKey: 'source-key' };

  it('brings a user’s key to the API', () => {
    expect(ilert.authenticate(to('/alerts/1'), keys)).toEqual({
      ...to('https://api.ilert.com/api/alerts/1'),
      headers: { a: 'b', authorization: 'Bearer user-key' },
    });
    const { headers } = ilert.authenticate(to('/alerts'), { accessToken: ' Bearer tok ' });
    expect(headers).toEqual({ a: 'b', authorization: 'Bearer tok' });
  });

  it('puts the key of a source into events, and nothing else there', () => {
    expect(ilert.authenticate(to('/events', '{"eventType":"ALERT"}'), keys)).toEqual({
      ...to('https://api.ilert.com/api/events'),
      body: '{"integrationKey":"source-key","eventType":"ALERT"}',
    });
  });

  it('brings Flashduty’s key in the address', () => {
    const { url } = flashduty.authenticate(to('/incident/ack'), { appKey: ' k&1 ' });
    expect(url).toBe('https://api.flashcat.cloud/incident/ack?app_key=k%261');
  });

  it.each([
    ['https://on.example.com/duty/', 'https://on.example.com/duty/users'],
    ['http://127.0.0.1:1/a/b//', 'http://127.0.0.1:1/a/b/users'],
    ['  ', 'https://api.ilert.com/api/users'],
    ['no address', 'https://api.ilert.com/api/users'],
  ])('takes the base address %s', (baseUrl, url) => {
    expect(ilert.authenticate(to('/users'), { ...keys, baseUrl }).url).toBe(url);
  });

  it.each(['https://evil.example/alerts', '//evil.example/alerts', 'evil.example', ''])(
    'gives no key to %s',
    (url) => {
      for (const platform of [ilert, flashduty]) {
        expect(platform.authenticate(to(url), { ...keys, appKey: 'k' })).toEqual(to(url));
      }
    },
  );

  it.each(['a\r\nx: y', 'ключ', ''])('sends no token that is none: %j', (apiKey) => {
    expect(ilert.authenticate(to('/users'), { apiKey }).headers).toEqual({ a: 'b' });
  });
});

describe('a credential', () => {
  it.each([
    [ilert, {}, 'no key'],
    [ilert, { apiKey: 'https://x.example' }, 'address'],
    [ilert, { apiKey: 'a b' }, 'blanks'],
    [ilert, { apiKey: 'k', baseUrl: 'x' }, 'no web address'],
    [ilert, { apiKey: 'k', baseUrl: 'https://u:p@x.example' }, 'password'],
    [flashduty, { appKey: ' ' }, 'no APP key'],
    [flashduty, { appKey: 'https://x.example' }, 'address'],
    [flashduty, { appKey: 'k', baseUrl: 'https://x.example/?a' }, 'more than a path'],
  ] as const)('of $name is looked at: %j', (platform, credential, why) => {
    expect(platform.checkCredential(credential)?.message).toContain(why);
  });

  it('may be good', () => {
    expect(ilert.checkCredential({ integrationKey: 'il1' })).toBeUndefined();
    expect(ilert.checkCredential({ apiKey: 'Bearer abc' })).toBeUndefined();
    expect(
      flashduty.checkCredential({ appKey: 'k', baseUrl: 'http://10.0.0.1:80/x' }),
    ).toBeUndefined();
  });
});
