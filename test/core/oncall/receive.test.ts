import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  listOnCallPlatforms,
  parseAlertWebhook,
  receiveAlertWebhook,
  sampleEvents,
} from '../../../core/oncall/index';
import {
  authenticated,
  flashdutyAlertBody,
  flashdutyBody,
  ilertBody,
  RECEIVED,
  SECRET,
} from './requests';

const NOW = Date.parse(RECEIVED);
const secrets = { shared: { secret: SECRET } };
const receive = (request: ReturnType<typeof authenticated>, platform = 'detect', options = {}) =>
  receiveAlertWebhook(platform, request, secrets, NOW, options);

describe('a request with the secret', () => {
  it.each(['detect', 'ilert'])('is taken by %s', (platform) => {
    expect(receive(authenticated(ilertBody()), platform)).toMatchObject({
      ok: true,
      status: 202,
      platform: 'ilert',
      warnings: [],
      events: [{ platform: 'ilert', receivedAt: RECEIVED, alert: { id: '70011' } }],
    });
  });

  it.each([
    ['ilert', ilertBody(), 202],
    ['flashduty', flashdutyBody(), 200],
    ['flashduty', flashdutyAlertBody(), 200],
  ])('of %s is detected, and answered as that platform wants it', (platform, body, status) => {
    for (const chosen of ['detect', platform]) {
      expect(receive(authenticated(body), chosen)).toMatchObject({
        ok: true,
        status,
        platform,
        warnings: [],
        events: [{ platform, type: 'created' }],
      });
    }
  });

  it('passes the options on', () => {
    const options = { alertUrlPattern: 'https://a.example.com/{id}', includeRaw: false };
    const result = receive(authenticated(ilertBody()), 'ilert', options);
    expect(result).toMatchObject({ events: [{ alert: { url: 'https://a.example.com/70011' } }] });
    expect(JSON.stringify(result)).not.toContain('"raw"');
  });

  it('may be bytes, begin with a byte order mark, or be a form', () => {
    const json = JSON.stringify(ilertBody({ summary: 'Größe ✓' }));
    const form = `payload=${encodeURIComponent(json)}`;
    const type = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
    for (const request of [
      authenticated(new TextEncoder().encode(json)),
      authenticated(`\ufeff${json}`),
      authenticated(form, type),
    ]) {
      expect(receive(request)).toMatchObject({ events: [{ alert: { title: 'Größe ✓' } }] });
    }
  });

  it.each([
    ['an object', { hello: 1 }, 'unknown'],
    ['an object with an event type', { eventType: 'party' }, 'party'],
    ['a list', [1, 2], 'unknown'],
    ['a number', 5, 'unknown'],
    ['null', 'null', 'unknown'],
    ['a text', '"x"', 'unknown'],
  ])('but of nobody known, %s, becomes "other"', (_name, body, rawType) => {
    expect(receive(authenticated(body))).toMatchObject({
      ok: true,
      status: 202,
      platform: 'unknown',
      warnings: [expect.stringContaining('No on-call platform')],
      events: [
        { type: 'other', rawType, platform: 'unknown', alert: { title: 'Unrecognised webhook' } },
      ],
    });
    expect(receive(authenticated(body), 'ilert')).toMatchObject({
      platform: 'ilert',
      warnings: [expect.stringContaining('ilert')],
      events: [{ type: 'other', platform: 'ilert' }],
    });
  });

  it('keeps what was not recognised, less secrets, with the same id each time', () => {
    const one = receive(authenticated({ apiKey: 'k1', a: { b: [null] } }));
    expect(one).toMatchObject({ events: [{ raw: { a: { b: [null] } } }] });
    expect(JSON.stringify(one)).not.toContain('k1');
    expect(receive(authenticated({ apiKey: 'k1', a: { b: [null] } }))).toEqual(one);
  });
});

describe('a request that cannot be decoded', () => {
  it.each([
    ['', 400, 'webhook.empty_body'],
    [' \n', 400, 'webhook.empty_body'],
    ['{"eventType":', 400, 'webhook.not_json'],
    ['a=b', 400, 'webhook.not_json'],
    [new Uint8Array([0x22, 0xff, 0x22]), 400, 'webhook.not_utf8'],
    [`"${'x'.repeat(1024 * 1024)}"`, 413, 'webhook.body_too_large'],
  ])('is refused: %.20s', (body, status, code) => {
    const result = receive(authenticated(body));
    expect(result).toMatchObject({ ok: false, status, code, reason: expect.stringMatching(/\.$/) });
  });

  it('is told why without its content', () => {
    expect(JSON.stringify(receive(authenticated('{"apiKey": hunter2}')))).not.toContain('hunter2');
  });

  it('counts bytes, not characters', () => {
    const request = authenticated('"äöü"');
    expect(receive(request, 'detect', { maxBytes: 8 })).toMatchObject({ ok: true });
    expect(receive(request, 'detect', { maxBytes: 7 })).toMatchObject({ status: 413 });
  });
});

describe('a request without the secret', () => {
  const wrong = authenticated(ilertBody(), { 'x-alertwire-secret': 'guess' });

  it.each(['detect', 'ilert', 'flashduty'])('is refused by %s, whatever the body', (platform) => {
    for (const request of [
      wrong,
      { ...wrong, rawBody: '' },
      { ...wrong, rawBody: 'x'.repeat(2e6) },
    ]) {
      expect(receive(request, platform)).toMatchObject({
        ok: false,
        status: 401,
        code: 'webhook.wrong_secret',
      });
    }
  });

  it.each([[{}], [{ shared: undefined }], [{ shared: { secret: '' } }]])(
    'is refused where none is configured: %j',
    (none) => {
      const request = authenticated(ilertBody(), { 'x-alertwire-secret': '' });
      expect(receiveAlertWebhook('ilert', request, none, NOW)).toMatchObject({
        status: 401,
        code: 'webhook.no_secret',
        reason: expect.stringContaining('No secret is configured'),
      });
    },
  );

  it('learns neither the secret nor what it sent', () => {
    const answer = JSON.stringify(receive(wrong));
    expect(answer).not.toContain(SECRET);
    expect(answer).not.toContain('guess');
  });
});

describe('parseAlertWebhook', () => {
  const request = { headers: {}, query: {}, rawBody: JSON.stringify(ilertBody()) };

  it('asks for no secret, and takes the arrival from its options', () => {
    expect(parseAlertWebhook('detect', request, { receivedAt: RECEIVED })).toMatchObject({
      ok: true,
      platform: 'ilert',
      events: [{ receivedAt: RECEIVED }],
    });
    expect(parseAlertWebhook('ilert', request)).toMatchObject({
      events: [{ receivedAt: '2026-06-01T11:40:00.250Z' }],
    });
  });

  it('knows no platform of another name', () => {
    for (const name of ['pager', '', '__proto__']) {
      expect(parseAlertWebhook(name, request)).toMatchObject({ ok: false, status: 404 });
    }
    expect(receiveAlertWebhook('pager', request, secrets, NOW)).toMatchObject({ status: 404 });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array(), fc.json(), fc.string()),
        fc.double(),
        (rawBody, now) => {
          const some = authenticated(rawBody);
          expect(parseAlertWebhook('detect', some).ok).toBe(
            receiveAlertWebhook('detect', some, secrets, now).ok,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the registry', () => {
  it('lists what can be done', () => {
    expect(listOnCallPlatforms()).toMatchObject([
      {
        id: 'ilert',
        name: 'ilert',
        capabilities: ['accept', 'resolve', 'assign', 'add-responder', 'comment', 'create'],
        samples: expect.arrayContaining(['Alert created', 'Escalated', 'Accepted', 'Resolved']),
      },
      {
        id: 'flashduty',
        name: 'Flashduty',
        capabilities: expect.arrayContaining(['unaccept', 'reopen', 'snooze', 'escalate']),
        samples: expect.arrayContaining(['Incident created', 'Escalated', 'Resolved by itself']),
      },
    ]);
  });

  it('has no samples of nobody', () => {
    expect(sampleEvents('nobody')).toEqual([]);
  });
});
