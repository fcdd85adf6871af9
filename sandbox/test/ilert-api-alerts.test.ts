import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { ilertApi } from './oncall-keys';
import { runSandbox, send } from './running';

const happen = happenAt('ilert');

/** An alert that was created on the page, and the API with Ada's key. */
async function withAlert(name = 'Ada') {
  const { target, sandbox } = await connected();
  const { alertId } = await happen(sandbox, 'alert-created');
  return { target, sandbox, alertId, api: ilertApi(sandbox, name) };
}

describe('ilert’s API changes the alerts of the pane', () => {
  it('accepts for the owner of the key, on call or not, and the webhook comes back', async () => {
    const { target, sandbox, alertId, api } = await withAlert();
    const { status, body } = await api('PUT', `/alerts/${alertId}/accept`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: Number(alertId),
      status: 'ACCEPTED',
      responders: [
        { user: { firstName: 'Ada' }, status: 'ACCEPTED', acceptedAt: expect.any(String) },
      ],
    });
    await target.arrived(2);
    expect(target.received[1]?.body).toMatchObject({
      id: alertId,
      eventType: 'alert-acknowledged',
      status: 'ACCEPTED',
      assignedTo: { firstName: 'Ada', email: 'ada@sandbox.example' },
    });
    const [shown] = JSON.parse((await send(`${sandbox.url}/ilert/overview`)).text);
    expect(shown).toMatchObject({
      status: 'ACCEPTED',
      state: 'accepted',
      people: [{ name: 'Ada Byte', accepted: true }],
      history: [{ eventType: 'alert-created' }, { by: { name: 'API key of Ada Byte' } }],
    });
  });

  it('resolves', async () => {
    const { target, alertId, api } = await withAlert('Jonas');
    const { body } = await api('PUT', `/alerts/${alertId}/resolve`);
    expect(body).toMatchObject({ status: 'RESOLVED', resolvedOn: expect.any(String) });
    await target.arrived(2);
    expect(target.received[1]?.body).toMatchObject({ eventType: 'alert-resolved' });
  });

  it.each([
    ['user=410057', 'Mei', 'Platform, around the clock'],
    ['policy=520126', 'Mei', 'Databases'],
    ['schedule=640205', 'Jonas', 'Platform, around the clock'],
  ])('assigns by %s', async (query, firstName, name) => {
    const { target, alertId, api } = await withAlert();
    await api('PUT', `/alerts/${alertId}/accept`);
    const { status, body } = await api('PUT', `/alerts/${alertId}/assign?${query}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'PENDING', assignedTo: { firstName } });
    await target.arrived(3);
    expect(target.received[2]?.body).toMatchObject({
      eventType: 'alert-assigned',
      assignedTo: { firstName },
      escalationPolicy: { name },
    });
  });

  it('calls one more person, once, and lets them go', async () => {
    const { target, alertId, api } = await withAlert();
    const added = await api('POST', `/alerts/${alertId}/responders`, { user: { id: 410_057 } });
    expect([added.status, added.body]).toMatchObject([201, { user: { firstName: 'Mei' } }]);
    const again = await api('POST', `/alerts/${alertId}/responders`, { id: 410_057 });
    expect([again.status, again.body]).toMatchObject([405, { code: 'RESPONDER_PRESENT' }]);
    const suggested = await api('GET', `/alerts/${alertId}/suggested-responders`);
    expect(suggested.body).toContainEqual({
      group: 'USER',
      id: 410_057,
      name: 'Mei Tanaka',
      disabled: true,
    });
    const gone = await api('DELETE', `/alerts/${alertId}/responders/410057`);
    expect([gone.status, gone.body]).toEqual([204, undefined]);
    await target.arrived(3);
    expect(target.received.slice(1).map(({ body }) => body.eventType)).toEqual([
      'alert-responder-added',
      'alert-responder-removed',
    ]);
  });

  it('creates one for a source, and for people only', async () => {
    const { target, sandbox } = await connected();
    const api = ilertApi(sandbox, 'Jonas');
    const { status, body } = await api('POST', '/alerts', {
      summary: 'Somebody called',
      alertSource: { id: 731_219 },
      priority: 'LOW',
      responders: [{ user: { id: 410_021 } }],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      summary: 'Somebody called',
      priority: 'LOW',
      status: 'PENDING',
      escalationPolicy: { name: 'Databases' },
      responders: [{ user: { firstName: 'Priya' }, status: 'PENDING' }],
    });
    expect(body).not.toHaveProperty('nextEscalation');
    await target.arrived(1);
    expect(target.received[0]?.body).toMatchObject({
      eventType: 'alert-created',
      alertSource: { id: 731_219, name: 'Database hosts' },
    });
  });

  it('works where nobody is told', async () => {
    const sandbox = await runSandbox();
    const api = ilertApi(sandbox);
    const wanted = { summary: 'Quiet', alertSource: { id: 731_204 } };
    expect((await api('POST', '/alerts', wanted)).status).toBe(201);
    expect(await sandbox.deliveries()).toEqual([]);
  });
});

describe('an alert of ilert', () => {
  it('is read with what is asked for, and lists the people to come', async () => {
    const { alertId, api } = await withAlert();
    const plain = await api('GET', `/alerts/${alertId}`);
    expect(plain.body).toMatchObject({
      id: Number(alertId),
      alertKey: 'checkout/latency-p95',
      nextEscalationRuleIndex: 0,
      mergeState: 'NONE',
    });
    for (const name of ['customDetails', 'escalationRules', 'nextEscalationUser']) {
      expect(plain.body).not.toHaveProperty(name);
      const { body } = await api('GET', `/alerts/${alertId}?include=${name}`);
      expect(body).toHaveProperty(name);
    }
  });

  it('is listed newest first, by state and source, a page at a time', async () => {
    const { sandbox, api, alertId } = await withAlert();
    const second = await happen(sandbox, 'alert-created');
    const third = await happen(sandbox, 'alert-created');
    await api('PUT', `/alerts/${second.alertId}/accept`);
    const idsAt = async (path: string) =>
      ((await api('GET', path)).body as { id: number }[]).map(({ id }) => String(id));
    expect(await idsAt('/alerts')).toEqual([third.alertId, second.alertId, alertId]);
    expect(await idsAt('/alerts?states=ACCEPTED')).toEqual([second.alertId]);
    expect(await idsAt('/alerts?states=ACCEPTED&states=PENDING')).toHaveLength(3);
    expect(await idsAt('/alerts?sources=731204')).toEqual([alertId]);
    expect(await idsAt('/alerts?responders=410008')).toEqual([second.alertId]);
    expect(await idsAt('/alerts?start-index=1&max-results=1')).toEqual([second.alertId]);
    expect(await idsAt('/alerts?until=2001-01-01T00:00:00.000Z')).toEqual([]);
    expect((await api('GET', '/alerts/count?states=PENDING')).body).toEqual({ count: 2 });
  });

  it('has a log, newest first, that tells who did what', async () => {
    const { api, alertId } = await withAlert();
    await api('PUT', `/alerts/${alertId}/accept`);
    const { body } = await api('GET', `/alerts/${alertId}/log-entries?filter-types=ALERT_UPDATES`);
    expect(body).toMatchObject([
      { logEntryType: 'UserResponseLogEntry', text: expect.stringContaining('by Ada Byte') },
      { logEntryType: 'AlertReceivedLogEntry', alertId: Number(alertId) },
    ]);
    const none = await api('GET', `/alerts/${alertId}/log-entries?filter-types=NOTIFICATIONS`);
    expect(none.body).toEqual([]);
  });
});

describe('what no document of ilert tells', () => {
  const states = async (
    sandbox: Awaited<ReturnType<typeof connected>>['sandbox'],
    change: object,
  ) => sandbox.post('/ilert/behaviour', change);

  it('is by default: twice accepted is fine and told once, resolved is refused', async () => {
    const { target, alertId, api } = await withAlert();
    for (let time = 0; time < 2; time += 1) {
      expect((await api('PUT', `/alerts/${alertId}/accept`)).status).toBe(200);
    }
    await api('PUT', `/alerts/${alertId}/resolve`);
    for (const path of ['accept', 'resolve', 'assign?user=410021']) {
      const { status, body } = await api('PUT', `/alerts/${alertId}/${path}`);
      expect([status, body]).toMatchObject([400, { status: 400, code: 'ALERT_STATE' }]);
    }
    await target.arrived(3);
    expect(target.received.map(({ body }) => body.status)).toEqual([
      'PENDING',
      'ACCEPTED',
      'RESOLVED',
    ]);
  });

  it('may be refused with 409, also when it was accepted', async () => {
    const { sandbox, alertId, api } = await withAlert();
    await states(sandbox, { whenAccepted: 'refuse', refusal: 409 });
    await api('PUT', `/alerts/${alertId}/accept`);
    expect((await api('PUT', `/alerts/${alertId}/accept`)).status).toBe(409);
  });

  it('may be taken without a change', async () => {
    const { target, sandbox, alertId, api } = await withAlert();
    await states(sandbox, { whenResolved: 'ok' });
    await api('PUT', `/alerts/${alertId}/resolve`);
    const { status, body } = await api('PUT', `/alerts/${alertId}/accept`);
    expect([status, body]).toMatchObject([200, { status: 'RESOLVED' }]);
    await happen(sandbox, 'alert-created');
    expect(target.received.map(({ body: { eventType } }) => eventType)).toEqual([
      'alert-created',
      'alert-resolved',
      'alert-created',
    ]);
  });

  it('may open a resolved alert again, as happens in a race', async () => {
    const { target, sandbox, alertId, api } = await withAlert();
    await states(sandbox, { whenResolved: 'reopen' });
    await api('PUT', `/alerts/${alertId}/resolve`);
    const { body } = await api('PUT', `/alerts/${alertId}/accept`);
    expect(body).toMatchObject({ status: 'ACCEPTED' });
    expect(body).not.toHaveProperty('resolvedOn');
    await target.arrived(3);
    expect(target.received[2]?.body).toMatchObject({ eventType: 'alert-acknowledged' });
  });

  it('is as it was after a reset, and takes no other word', async () => {
    const sandbox = await runSandbox();
    await states(sandbox, { whenResolved: 'ok' });
    await sandbox.post('/inspect/reset');
    const { text } = await send(`${sandbox.url}/ilert/behaviour`);
    expect(JSON.parse(text)).toEqual({ whenAccepted: 'ok', whenResolved: 'refuse', refusal: 400 });
    expect((await states(sandbox, { whenResolved: 'explode' })).status).toBe(400);
  });
});
