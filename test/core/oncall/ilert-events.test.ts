import { describe, expect, it } from '@jest/globals';
import type { AlertEvent } from '../../../core/alert/event';
import { ilert } from '../../../core/oncall/ilert/index';
import { ilertBody, noor, parsed, RECEIVED } from './requests';

describe('an ilert body', () => {
  it('becomes one event', () => {
    const body = ilertBody({
      alertKey: 'mail/queue',
      labels: { team: 'mail', n: 3 },
      links: [{ href: 'https://wiki.example.com/mail', text: 'Runbook' }, { href: 'ftp://x' }],
      images: [{ src: 'https://img.example.com/q.png', alt: 'Queue' }],
    });
    expect(parsed(body, { alertUrlPattern: 'https://acme.example.com/alert?id={id}' })).toEqual({
      schemaVersion: 1,
      id: 'f1d7a4d0-0000-4000-8000-00000000000a',
      type: 'created',
      rawType: 'alert-created',
      platform: 'ilert',
      platformName: 'ilert',
      occurredAt: '2026-06-01T11:40:00.250Z',
      receivedAt: RECEIVED,
      automatic: false,
      alert: {
        id: '70011',
        key: 'mail/queue',
        title: 'Mail queue grows',
        description: 'More than 500 mails wait.',
        url: 'https://acme.example.com/alert?id=70011',
        status: 'open',
        severity: 'high',
        priority: 'HIGH',
        urgency: 'high',
        startedAt: '2026-06-01T11:40:00.125Z',
        createdAt: '2026-06-01T11:40:00.125Z',
        labels: { team: 'mail', n: '3' },
        fields: {},
        links: [{ href: 'https://wiki.example.com/mail', text: 'Runbook' }],
        images: [{ src: 'https://img.example.com/q.png', alt: 'Queue' }],
      },
      origin: { id: '88', name: 'Mail probes' },
      escalation: { policyId: '99', policyName: 'Office' },
      assignees: [],
      capabilities: ['accept', 'resolve', 'assign', 'add-responder', 'comment', 'create'],
      raw: body,
    } satisfies AlertEvent);
  });

  it.each<[string, AlertEvent['type'], AlertEvent['alert']['status'], boolean]>([
    ['alert-created', 'created', 'open', false],
    ['alert-assigned', 'assigned', 'open', false],
    ['alert-auto-escalated', 'escalated', 'open', true],
    ['alert-acknowledged', 'accepted', 'acknowledged', false],
    ['alert-raised', 'priority-changed', 'open', false],
    ['alert-comment-added', 'comment-added', 'open', false],
    ['alert-escalation-ended', 'escalation-ended', 'open', true],
    ['alert-resolved', 'resolved', 'resolved', false],
    ['alert-auto-resolved', 'resolved', 'resolved', true],
    ['alert-responder-added', 'responder-added', 'open', false],
    ['alert-responder-removed', 'responder-removed', 'open', false],
    ['alert-channel-attached', 'channel-attached', 'open', false],
    ['alert-channel-detached', 'channel-detached', 'open', false],
    ['v-alert-not-resolved', 'not-resolved', 'open', true],
    ['alert-snoozed', 'snoozed', 'open', false],
    ['alert-rejected', 'other', 'open', false],
  ])('%s is %s', (eventType, type, status, automatic) => {
    const { events, warnings } = ilert.parse(ilertBody({ eventType }), RECEIVED, {});
    expect(events).toMatchObject([{ type, rawType: eventType, automatic, alert: { status } }]);
    expect(warnings).toEqual([]);
  });

  it.each([
    'created',
    'assigned',
    'auto-escalated',
    'acknowledged',
    'raised',
    'resolved',
    'auto-resolved',
  ])('says the same as incident-%s', (name) => {
    for (const eventId of ['some-id', undefined]) {
      const old = parsed(ilertBody({ eventType: `incident-${name}`, eventId }), {
        includeRaw: false,
      });
      expect(old).toEqual(
        parsed(ilertBody({ eventType: `alert-${name}`, eventId }), { includeRaw: false }),
      );
    }
  });

  it('of an unknown event is passed on with a warning', () => {
    const { events, warnings } = ilert.parse(
      ilertBody({ eventType: 'alert-teleported' }),
      RECEIVED,
      {},
    );
    expect(events).toMatchObject([{ type: 'other', rawType: 'alert-teleported' }]);
    expect(warnings).toEqual([expect.stringContaining('"alert-teleported"')]);
  });

  it.each([
    ['NEW', 'open'],
    ['PENDING', 'open'],
    ['ACCEPTED', 'acknowledged'],
    ['RESOLVED', 'resolved'],
    ['UNHEARD OF', 'open'],
  ])('with status %s is %s', (status, expected) => {
    expect(parsed(ilertBody({ status, eventType: 'alert-comment-added' })).alert.status).toBe(
      expected,
    );
  });
});

describe('severity', () => {
  it.each<[object, string]>([
    [{ priority: 'HIGH' }, 'high'],
    [{ priority: 'LOW' }, 'info'],
    [{ priority: undefined }, 'unknown'],
    [{ priority: 'LOW', labels: { severity: 'Page' } }, 'critical'],
    [{ priority: 'HIGH', labels: { severity: 'purple' } }, 'high'],
    [{ priority: 'LOW', severity: 1 }, 'info'],
  ])('of %j is %s', (more, severity) => {
    expect(parsed(ilertBody(more)).alert.severity).toBe(severity);
  });

  it('as a number stays as it is, as do other facts without a place', () => {
    const facts = { severity: 2, mergeState: 'MERGED', mergedIntoId: 5, customDetails: { a: [1] } };
    expect(parsed(ilertBody(facts)).alert.fields).toEqual(facts);
  });
});

describe('people', () => {
  it('are the responders; who accepted acted', () => {
    const event = parsed(
      ilertBody({
        eventType: 'alert-acknowledged',
        status: 'ACCEPTED',
        assignedTo: noor,
        responders: [
          { user: { id: 4002, username: 'sam' }, status: 'PENDING' },
          { user: noor, status: 'ACCEPTED', acceptedAt: '2026-06-01T11:44:00Z' },
        ],
      }),
    );
    expect(event.assignees).toEqual([
      { id: '4002', name: 'sam', username: 'sam', status: 'pending' },
      {
        id: '4001',
        name: 'Noor Haddad',
        email: 'noor@example.com',
        username: 'noor',
        status: 'accepted',
        acceptedAt: '2026-06-01T11:44:00.000Z',
      },
    ]);
    expect(event.actor).toEqual({
      kind: 'user',
      id: '4001',
      name: 'Noor Haddad',
      email: 'noor@example.com',
    });
  });

  it('of an old body are in assignedTo', () => {
    const { assignees, actor } = parsed(
      ilertBody({ eventType: 'incident-acknowledged', assignedTo: { ...noor, id: undefined } }),
    );
    expect(assignees).toMatchObject([{ name: 'Noor Haddad', status: 'accepted' }]);
    expect(actor).toMatchObject({ name: 'Noor Haddad' });
  });

  it('are nobody where assignedTo is null', () => {
    expect(parsed(ilertBody({ assignedTo: null })).assignees).toEqual([]);
  });

  it('are not said to have resolved, as the body does not tell', () => {
    const responders = [{ user: noor, status: 'ACCEPTED' }];
    const event = parsed(ilertBody({ eventType: 'alert-resolved', responders }));
    expect(event.actor).toBeUndefined();
  });
});

describe('the time of an event', () => {
  it.each<[string, object, string]>([
    ['its timestamp', {}, '2026-06-01T11:40:00.250Z'],
    ['the start, when created', { timestamp: undefined }, '2026-06-01T11:40:00.125Z'],
    [
      'the end, when resolved',
      { timestamp: null, eventType: 'alert-resolved', resolvedOn: '2026-06-01T11:50:00Z' },
      '2026-06-01T11:50:00.000Z',
    ],
    ['its arrival otherwise', { timestamp: '', eventType: 'alert-assigned' }, RECEIVED],
  ])('is %s', (_name, more, occurredAt) => {
    expect(parsed(ilertBody(more)).occurredAt).toBe(occurredAt);
  });

  it('without an arrival is the start, or none', () => {
    const body = ilertBody({ timestamp: undefined, eventType: 'alert-assigned' });
    expect(ilert.parse(body, undefined, {}).events[0]).toMatchObject({
      occurredAt: '2026-06-01T11:40:00.125Z',
      receivedAt: '2026-06-01T11:40:00.125Z',
    });
    const timeless = { ...body, reportTime: 'once' };
    expect(ilert.parse(timeless, undefined, {}).events[0]?.occurredAt).toBe(
      '1970-01-01T00:00:00.000Z',
    );
  });
});

describe('the id of an event', () => {
  const old = { eventId: undefined, timestamp: undefined };

  it('of an old body is the same for the same event', () => {
    expect(parsed(ilertBody(old)).id).toBe(parsed(ilertBody({ ...old, id: 70011 })).id);
    expect(parsed(ilertBody(old)).id).toMatch(/^[\da-f]{64}$/);
  });

  it('of a body without any time is new whenever it is received', () => {
    const timeless = ilertBody({ ...old, reportTime: undefined });
    const id = (receivedAt: string) => ilert.parse(timeless, receivedAt, {}).events[0].id;
    expect(id('2026-06-01T11:42:00.000Z')).toBe(id('2026-06-01T11:42:00.000Z'));
    expect(id('2026-06-01T11:42:00.000Z')).not.toBe(id('2026-06-01T11:43:00.000Z'));
  });

  it.each<[string, object]>([
    ['alert', { id: '70012' }],
    ['event', { eventType: 'alert-assigned' }],
    ['status', { status: 'ACCEPTED' }],
    ['start', { reportTime: '2026-06-01T11:41:00Z' }],
    ['people', { responders: [{ user: noor, status: 'PENDING' }] }],
    ['comment', { comment: 'another' }],
  ])('of an old body depends on the %s', (_name, more) => {
    expect(parsed(ilertBody({ ...old, ...more })).id).not.toBe(parsed(ilertBody(old)).id);
  });
});

describe('an EventBridge envelope', () => {
  const detail = {
    ...ilertBody({ eventType: 'incident-resolved' }),
    eventId: undefined,
    timestamp: undefined,
  };
  const envelope = {
    id: 'a1',
    'detail-type': 'alert-resolved',
    source: 'aws.partner/ilert.com/acme/1',
    time: '2026-06-01T11:55:00Z',
    detail,
  };

  it('gives the event its id, time and name', () => {
    expect(ilert.recognises(envelope, { headers: {}, query: {}, rawBody: '' })).toBe(true);
    expect(parsed(envelope)).toMatchObject({
      id: 'a1',
      type: 'resolved',
      rawType: 'alert-resolved',
      occurredAt: '2026-06-01T11:55:00.000Z',
      alert: { id: '70011', status: 'resolved' },
      raw: envelope,
    });
  });
});

describe('small print', () => {
  it('a comment is text, or the content of one', () => {
    const comment = (value: unknown) =>
      parsed(ilertBody({ eventType: 'alert-comment-added', comment: value })).comment;
    expect(comment('line "one"\nline two')).toEqual({ text: 'line "one"\nline two' });
    expect(comment({ creator: 'x', content: 'hm' })).toEqual({ text: 'hm' });
    expect(comment(null)).toBeUndefined();
  });

  it('raised is a change of priority, the end of an escalation has a time', () => {
    expect(parsed(ilertBody({ eventType: 'alert-raised' })).change).toEqual({
      field: 'priority',
      from: 'LOW',
      to: 'HIGH',
    });
    expect(parsed(ilertBody({ eventType: 'alert-escalation-ended' })).escalation?.endedAt).toBe(
      '2026-06-01T11:40:00.250Z',
    );
  });

  it.each([
    ['https://a.example.com/{id}', 'https://a.example.com/70%2F11%3Fx'],
    ['  https://a.example.com/{id}/{id} ', 'https://a.example.com/70%2F11%3Fx/70%2F11%3Fx'],
    ['javascript:alert({id})', undefined],
    ['{id}', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the address %p of an alert is %p', (alertUrlPattern, url) => {
    expect(parsed(ilertBody({ id: '70/11?x' }), { alertUrlPattern }).alert.url).toBe(url);
  });

  it('secrets are not passed on, at whatever depth', () => {
    const body = ilertBody({
      integrationKey: 'k1',
      alertSource: { id: 1, name: 'x', integrationKey: 'k1' },
      customDetails: { list: [{ apiKey: 'k1', routing_key: 'k1', routingKey: 'office' }] },
    });
    const event = parsed(body);
    expect(JSON.stringify(event)).not.toContain('k1');
    expect(event.raw).toMatchObject({ customDetails: { list: [{ routingKey: 'office' }] } });
    expect(body.integrationKey).toBe('k1');
  });

  it('the raw body can be left out, and is a copy', () => {
    expect(parsed(ilertBody(), { includeRaw: false })).not.toHaveProperty('raw');
    const body = ilertBody();
    expect((parsed(body).raw as typeof body).alertSource).not.toBe(body.alertSource);
  });
});
