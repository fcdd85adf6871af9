import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { call, credentialOf, ilertApi } from './oncall-keys';
import type { Running } from './running';

const happen = happenAt('ilert');

/** Monitoring that knows the key of the first alert source, and no user's. */
function monitoring(sandbox: Running) {
  const { baseUrl, integrationKey } = credentialOf(sandbox, 'ilert', 'Ada');
  return (event: object) => call(`${baseUrl}/events`, 'POST', { integrationKey, ...event }, {});
}

const ALERT = { eventType: 'ALERT', summary: 'Queue is long', alertKey: 'Queue ' };

describe('ilert’s events', () => {
  it('create, accept, comment and resolve without a user’s key', async () => {
    const { target, sandbox } = await connected();
    const post = monitoring(sandbox);
    const details = { details: '4,000 jobs', labels: { queue: 'mail' }, customDetails: { n: 1 } };
    const first = await post({
      ...ALERT,
      ...details,
      severity: 2,
      links: [{ href: 'https://q.example/' }],
    });
    expect([first.status, first.body]).toEqual([202, {}]);
    await post({ eventType: 'ACCEPT', alertKey: 'queue' });
    const comments = [{ creator: 'Sam in chat', content: 'On it.' }];
    await post({ eventType: 'COMMENT', alertKey: ' QUEUE', comments });
    expect((await post({ eventType: 'RESOLVE', alertKey: 'Queue' })).status).toBe(202);
    await target.arrived(4);
    const bodies = target.received.map(({ body }) => body);
    expect(bodies).toMatchObject([
      {
        eventType: 'alert-created',
        summary: 'Queue is long',
        details: '4,000 jobs',
        alertKey: 'Queue',
        links: [{ href: 'https://q.example/' }],
      },
      { eventType: 'alert-acknowledged', status: 'ACCEPTED' },
      { eventType: 'alert-comment-added', comment: 'On it.' },
      { eventType: 'alert-resolved', status: 'RESOLVED' },
    ]);
    const { body } = await ilertApi(sandbox)(
      'GET',
      `/alerts/${bodies[0]?.id}?include=customDetails`,
    );
    expect(body).toMatchObject({ severity: 2, labels: { queue: 'mail' }, customDetails: { n: 1 } });
  });

  it('are appended to the open alert with the same key, until it is resolved', async () => {
    const { target, sandbox } = await connected();
    const post = monitoring(sandbox);
    for (const event of [ALERT, { ...ALERT, alertKey: 'queue' }]) await post(event);
    await post({ eventType: 'RESOLVE', alertKey: 'queue' });
    await post(ALERT);
    await target.arrived(3);
    const bodies = target.received.map(({ body }) => body);
    expect(bodies.map(({ eventType }) => eventType)).toEqual([
      'alert-created',
      'alert-resolved',
      'alert-created',
    ]);
    expect(bodies[2]?.id).not.toBe(bodies[0]?.id);
    const log = await ilertApi(sandbox)('GET', `/alerts/${bodies[0]?.id}/log-entries`);
    expect(log.body).toHaveLength(3);
  });

  it('are routed by their key of a policy', async () => {
    const { target, sandbox } = await connected();
    await monitoring(sandbox)({ ...ALERT, routingKey: 'databases' });
    await target.arrived(1);
    expect(target.received[0]?.body).toMatchObject({ escalationPolicy: { name: 'Databases' } });
  });

  it('are taken and change nothing where they refer to no open alert', async () => {
    const { target, sandbox } = await connected();
    for (const eventType of ['ACCEPT', 'RESOLVE', 'COMMENT']) {
      const told = await monitoring(sandbox)({ eventType, alertKey: 'nothing' });
      expect(told.status).toBe(202);
    }
    await happen(sandbox, 'alert-created');
    expect(target.received).toHaveLength(1);
  });

  it('reach the alerts of the page by their keys', async () => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'alert-created');
    await monitoring(sandbox)({ eventType: 'ACCEPT', alertKey: 'checkout/latency-p95' });
    await target.arrived(2);
    expect(target.received[1]?.body).toMatchObject({ id: alertId, status: 'ACCEPTED' });
  });

  it.each([
    ['a key no source has', { ...ALERT, integrationKey: 'nobody' }, 'INVALID_INTEGRATION_KEY'],
    ['no key', { ...ALERT, integrationKey: undefined }, 'INVALID_INTEGRATION_KEY'],
    ['a type that is none', { ...ALERT, eventType: 'SNOOZE' }, 'BAD_REQUEST'],
    ['an alert without a summary', { eventType: 'ALERT' }, 'BAD_REQUEST'],
    ['what refers to nothing', { eventType: 'RESOLVE', summary: 'Over' }, 'BAD_REQUEST'],
    ['a severity of 6', { ...ALERT, severity: 6 }, 'BAD_REQUEST'],
    ['a label that is no text', { ...ALERT, labels: { a: 1 } }, 'BAD_REQUEST'],
    ['a link without its address', { ...ALERT, links: [{ text: 'a' }] }, 'BAD_REQUEST'],
  ])('are refused with %s', async (_name, event, code) => {
    const { sandbox } = await connected();
    const { status, body } = await monitoring(sandbox)(event);
    expect([status, body]).toMatchObject([400, { status: 400, code }]);
  });

  it('are taken with the name older clients have for the key, which is shown to nobody', async () => {
    const { sandbox } = await connected();
    const { baseUrl, integrationKey } = credentialOf(sandbox, 'ilert', 'Ada');
    for (const name of ['apiKey', 'integrationKey']) {
      const event = { ...ALERT, [name]: integrationKey };
      expect((await call(`${baseUrl}/events`, 'POST', event, {})).status).toBe(202);
    }
    expect(JSON.stringify(await sandbox.requests())).not.toContain(integrationKey);
  });
});
