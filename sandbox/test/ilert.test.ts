import { describe, expect, it } from '@jest/globals';
import { connected, happenAt, SECRET } from './connected';
import { runSandbox, send } from './running';
import { runTarget } from './target-server';

const happen = happenAt('ilert');

describe('the ilert stand-in', () => {
  it('posts a current body with the secret in its header', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'alert-created');
    const [{ headers, body } = { headers: {}, body: {} }] = target.received;
    expect(headers['x-alertwire-secret']).toBe(SECRET);
    expect(headers['content-type']).toBe('application/json');
    expect(body).toEqual({
      id: expect.stringMatching(/^\d{8,}$/),
      summary: 'Checkout p95 latency above 2.5 s',
      details: expect.any(String),
      reportTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      status: 'PENDING',
      eventType: 'alert-created',
      priority: 'HIGH',
      alertKey: 'checkout/latency-p95',
      alertSource: { id: expect.any(Number), name: 'Checkout monitoring' },
      escalationPolicy: { id: expect.any(Number), name: expect.any(String) },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
      eventId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
      correlationId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
      mergeState: 'NONE',
      links: [{ href: expect.stringMatching(/^https:/), text: expect.any(String) }],
    });
  });

  it('remembers the alert from one event to the next', async () => {
    const { target, sandbox } = await connected();
    for (const eventType of [
      'alert-created',
      'alert-auto-escalated',
      'alert-assigned',
      'alert-acknowledged',
      'alert-comment-added',
      'alert-resolved',
    ]) {
      await happen(sandbox, eventType);
    }
    const bodies = target.received.map(({ body }) => body);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
    expect(new Set(bodies.map(({ eventId }) => eventId)).size).toBe(6);
    expect(bodies.map(({ status }) => status)).toEqual([
      'PENDING',
      'PENDING',
      'PENDING',
      'ACCEPTED',
      'ACCEPTED',
      'RESOLVED',
    ]);
    expect(bodies[1]).toMatchObject({ assignedTo: { firstName: 'Priya' } });
    expect(bodies[3]).toMatchObject({
      assignedTo: { firstName: 'Jonas', email: 'jonas.weber@example.com' },
      responders: [{ status: 'PENDING' }, { status: 'ACCEPTED' }],
    });
    expect(bodies[4]).toMatchObject({ comment: expect.any(String) });
    expect(bodies[5]).toMatchObject({ resolvedOn: expect.any(String) });
    expect(bodies[3]).not.toHaveProperty('resolvedOn');
    expect(bodies[3]).not.toHaveProperty('comment');
  });

  it('raises the priority of a low one', async () => {
    const { target, sandbox } = await connected();
    for (let created = 0; created < 3; created += 1) await happen(sandbox, 'alert-created');
    await happen(sandbox, 'alert-raised');
    expect(target.received.slice(2).map(({ body }) => body.priority)).toEqual(['LOW', 'HIGH']);
  });

  it('still writes the body from before alerts were called alerts', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'incident-acknowledged');
    const body = target.received[0]?.body;
    expect(body).toMatchObject({ eventType: 'incident-acknowledged', status: 'ACCEPTED' });
    expect(body).not.toHaveProperty('eventId');
    expect(body).not.toHaveProperty('timestamp');
  });

  it.each(['alert-escalation-ended', 'alert-auto-resolved'])('sends %s', async (eventType) => {
    const { target, sandbox } = await connected();
    expect(await happen(sandbox, eventType)).toMatchObject({ ok: true, eventType });
    expect(target.received[0]?.body.eventType).toBe(eventType);
  });

  it('addresses one of several alerts', async () => {
    const { target, sandbox } = await connected();
    const first = await happen(sandbox, 'alert-created');
    await happen(sandbox, 'alert-created');
    await happen(sandbox, 'alert-resolved', first.alertId);
    expect(target.received[2]?.body).toMatchObject({ id: first.alertId, status: 'RESOLVED' });
  });

  it('never opens a resolved alert again', async () => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'alert-resolved');
    const answer = await happen(sandbox, 'alert-acknowledged', alertId);
    expect(answer).toMatchObject({ status: 409, code: 'wrong_state' });
    expect(target.received).toHaveLength(1);
    expect(await happen(sandbox, 'alert-resolved', '12')).toMatchObject({ code: 'unknown_alert' });
  });

  it('sends the same body again on demand', async () => {
    const { target, sandbox } = await connected();
    const { id } = await happen(sandbox, 'alert-created');
    await sandbox.post('/ilert/resend', { deliveryId: id });
    expect(target.received[1]?.body).toEqual(target.received[0]?.body);
  });

  it('sends a pasted body as it is', async () => {
    const { target, sandbox } = await connected();
    const body = { id: '1', eventType: 'alert-imagined', späte: [1, null] };
    await sandbox.post('/ilert/paste', body);
    expect(target.received[0]).toMatchObject({ body, headers: { 'x-alertwire-secret': SECRET } });
  });
});

describe('the answer of the target', () => {
  it('is kept with its status and reason', async () => {
    const { sandbox } = await connected(401, '{"message":"The secret is wrong."}');
    await happen(sandbox, 'alert-created');
    expect(await sandbox.deliveries()).toMatchObject([
      {
        platform: 'ilert',
        eventType: 'alert-created',
        ok: false,
        status: 401,
        reason: 'The secret is wrong.',
        ms: expect.any(Number),
      },
    ]);
  });

  it('may be missing because nothing listens there', async () => {
    const { target, sandbox } = await connected();
    await target.close();
    const { ok, reason } = await happen(sandbox, 'alert-created');
    expect(ok).toBe(false);
    expect(reason).toBe(`Nothing listens at ${new URL(target.url).host}.`);
  });

  it('is not followed to another machine', async () => {
    const { sandbox } = await connected(302, 'elsewhere');
    expect(await happen(sandbox, 'alert-created')).toMatchObject({
      ok: false,
      reason: 'elsewhere',
    });
    expect((await sandbox.deliveries())[0]?.status).toBe(302);
  });
});

describe('the target', () => {
  it('has to be set', async () => {
    const sandbox = await runSandbox();
    for (const path of ['/ilert/play', '/ilert/paste']) {
      const reply = await sandbox.post(path);
      expect([reply.status, JSON.parse(reply.text).code]).toEqual([409, 'no_target']);
    }
    expect(await happen(sandbox, 'alert-created')).toMatchObject({ status: 409 });
  });

  it.each(['http://example.com/', 'http://10.0.0.1/', 'ftp://127.0.0.1/', 'nonsense'])(
    'may not be %s',
    async (url) => {
      const sandbox = await runSandbox();
      expect((await sandbox.post('/ilert/target', { url })).status).toBe(400);
    },
  );

  it('is shown without its secrets', async () => {
    const sandbox = await runSandbox();
    const change = { url: 'http://user:hidden-1@localhost:1880/in', secret: 'hidden-2' };
    const answers = [
      await sandbox.post('/ilert/target', change),
      await send(`${sandbox.url}/ilert/target`),
    ];
    for (const { text } of answers) {
      expect(JSON.parse(text)).toEqual({
        url: 'http://localhost:1880/in',
        header: 'X-Alertwire-Secret',
        secretSet: true,
      });
    }
  });

  it('gets the credentials of its URL as Basic, and the secret in a header of any name', async () => {
    const { url, received } = await runTarget();
    const sandbox = await runSandbox();
    const withUser = url.replace('http://', 'http://ilert:pass%40word@');
    await sandbox.post('/ilert/target', { url: withUser, secret: 's', header: 'X-Other' });
    expect(await happen(sandbox, 'alert-created')).toMatchObject({ ok: true, url });
    expect(received[0]?.headers).toMatchObject({
      'x-other': 's',
      authorization: `Basic ${Buffer.from('ilert:pass@word').toString('base64')}`,
    });
  });
});
