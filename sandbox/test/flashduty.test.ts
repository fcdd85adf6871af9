import { describe, expect, it } from '@jest/globals';
import { connected, happenAt, SECRET } from './connected';
import { runSandbox, send } from './running';
import { runBreakingTarget, runSilentTarget, runTarget } from './target-server';

const happen = happenAt('flashduty');

const nth = (received: { body: Record<string, unknown> }[], index: number) => {
  const { body } = received[index] ?? { body: {} };
  return { ...body, incident: body.incident as Record<string, unknown> };
};

describe('the Flashduty stand-in', () => {
  it('posts the body of an incident with the secret in its header', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'i_new');
    const [{ headers, body } = { headers: {}, body: {} }] = target.received;
    expect(headers['x-alertwire-secret']).toBe(SECRET);
    expect(headers['content-type']).toBe('application/json');
    expect(headers).not.toHaveProperty('authorization');
    expect(body).toEqual({
      event_id: expect.stringMatching(/^[\da-f]{32}$/),
      event_time: expect.any(Number),
      event_type: 'i_new',
      incident: expect.objectContaining({
        incident_id: expect.stringMatching(/^[\da-f]{24}$/),
        num: expect.stringMatching(/^[\dA-F]{6}$/),
        title: 'Checkout p95 latency above 2.5 s',
        incident_severity: 'Critical',
        incident_status: 'Critical',
        progress: 'Triggered',
        ack_time: 0,
        close_time: 0,
        labels: { service: 'checkout', region: 'eu-central', check: 'latency p95' },
        assigned_to: expect.objectContaining({ type: 'assign', layer_idx: 0 }),
        responders: [expect.objectContaining({ person_name: 'Priya Raman', acknowledged_at: 0 })],
        detail_url: expect.stringMatching(/^https:/),
      }),
    });
    const { incident } = nth(target.received, 0);
    const inMilliseconds = Number(body.event_time) / Number(incident.created_at);
    expect(Math.round(inMilliseconds)).toBe(1000);
  });

  it('remembers the incident from one event to the next', async () => {
    const { target, sandbox } = await connected();
    const story = [
      'i_new',
      'i_assign:escalate',
      'i_ack',
      'i_snooze',
      'i_comm',
      'i_rslv',
      'i_reopen',
    ];
    for (const eventType of story) await happen(sandbox, eventType);
    const bodies = story.map((_, index) => nth(target.received, index));
    expect(new Set(bodies.map(({ incident }) => incident.incident_id)).size).toBe(1);
    expect(bodies.map(({ incident }) => incident.progress)).toEqual([
      ...['Triggered', 'Triggered', 'Processing', 'Processing', 'Processing'],
      ...['Closed', 'Triggered'],
    ]);
    expect(bodies[1]).toMatchObject({
      event_type: 'i_assign',
      incident: { assigned_to: { type: 'escalate', layer_idx: 1 } },
    });
    expect(bodies[1]).not.toHaveProperty('person');
    expect(bodies[2]).toMatchObject({
      person: { person_name: 'Jonas Weber', email: 'jonas.weber@example.com' },
      incident: { responders: [{ acknowledged_at: 0 }, { acknowledged_at: expect.any(Number) }] },
    });
    expect(Number(bodies[3]?.incident.snoozed_before)).toBeGreaterThan(Date.now() / 1000);
    expect(bodies[5]).toMatchObject({
      incident: { closer: { person_name: 'Jonas Weber' }, incident_status: 'Critical' },
    });
    expect(bodies[6]).toMatchObject({
      incident: { close_time: 0, assigned_to: { type: 'reopen' } },
    });
    expect(bodies[6]?.incident).not.toHaveProperty('closer');
  });

  it('tells a recovery by its fields, and names nobody', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'i_rslv:auto');
    expect(nth(target.received, 0)).toMatchObject({
      event_type: 'i_rslv',
      incident: { progress: 'Closed', incident_status: 'Ok', end_time: expect.any(Number) },
    });
    expect(target.received[0]?.body).not.toHaveProperty('person');
    expect(nth(target.received, 0).incident).not.toHaveProperty('closer');
  });

  it('assigns to people without a rule', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'i_assign:reassign');
    const { incident } = nth(target.received, 0);
    expect(incident.assigned_to).toMatchObject({
      type: 'reassign',
      person_ids: [expect.any(Number)],
    });
    expect(incident.assigned_to).not.toHaveProperty('escalate_rule_id');
  });

  it('has the id of a custom action inside the incident, as the sample has', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'i_custom');
    expect(target.received[0]?.body).not.toHaveProperty('event_id');
    expect(nth(target.received, 0).incident).toMatchObject({
      event_id: expect.any(String),
      alerts: [{ alert_key: 'checkout/latency-p95' }],
    });
  });

  it('tells of the alert behind an incident', async () => {
    const { target, sandbox } = await connected();
    await happen(sandbox, 'a_new');
    await happen(sandbox, 'a_update:ok');
    const [first, second] = target.received.map(({ body }) => body);
    expect(first).toMatchObject({
      event_type: 'a_new',
      alert: {
        alert_severity: 'Critical',
        alert_status: 'Critical',
        progress: 'Triggered',
        data_source_name: 'Checkout monitoring',
        incident: { title: 'Checkout p95 latency above 2.5 s' },
      },
    });
    expect(second).toMatchObject({ event_type: 'a_update', alert: { alert_status: 'Ok' } });
  });

  it.each([
    ['i_reopen', 'Only a closed incident can be reopened.'],
    ['i_ack', 'Incident .* is closed; it can be reopened.'],
  ])('refuses %s where it cannot be', async (eventType, message) => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, eventType === 'i_reopen' ? 'i_new' : 'i_rslv');
    const answer = await happen(sandbox, eventType, alertId);
    expect(answer).toMatchObject({ status: 409, code: 'wrong_state' });
    expect(answer.message).toMatch(new RegExp(message));
    expect(target.received).toHaveLength(1);
  });

  it('has a button for every event it can send', async () => {
    const { target, sandbox } = await connected();
    const { oncalls } = JSON.parse((await send(`${sandbox.url}/inspect/platforms`)).text);
    const { events, apiEvents } = oncalls.find(({ id }: { id: string }) => id === 'flashduty');
    const types = events.map(({ type }: { type: string }) => type);
    for (const type of types.filter((type: string) => type !== 'i_reopen')) {
      await sandbox.post('/inspect/reset');
      expect(await happen(sandbox, type)).toMatchObject({ ok: true, eventType: type });
    }
    expect(target.received).toHaveLength(types.length - 1);
    const refused = await sandbox.post('/flashduty/send', { eventType: 'i_assign' });
    expect(refused.status).toBe(400);
    expect(apiEvents).toContainEqual({ type: 'i_assign', label: 'Assigned' });
    expect(types).not.toContain('i_assign');
  });
});

describe('the answer Flashduty gets', () => {
  it('counts only as 200', async () => {
    for (const [status, ok] of [
      [200, true],
      [202, false],
      [500, false],
    ] as const) {
      const { target, sandbox } = await connected(status, 'taken');
      expect(await happen(sandbox, 'i_new')).toMatchObject({ ok, attempts: 1 });
      expect((await sandbox.deliveries())[0]?.status).toBe(status);
      expect(target.received).toHaveLength(1);
    }
  });

  it('may be missing: then the same body comes once more, and no third time', async () => {
    const target = await runBreakingTarget();
    const sandbox = await runSandbox({ target: { url: target.url } });
    expect(await happen(sandbox, 'i_new')).toMatchObject({ ok: false, attempts: 2 });
    expect(target.received).toHaveLength(2);
    expect(target.received[1]?.body).toEqual(target.received[0]?.body);
    expect((await sandbox.deliveries())[0]).toMatchObject({ status: null });
    expect(await happenAt('ilert')(sandbox, 'alert-created')).toMatchObject({ attempts: 1 });
  });

  it.each([
    ['that does not begin is not asked for again', false, 1, 'gave no answer within 1 second.'],
    ['that does not end is asked for again', true, 2, 'did not end within 1 second.'],
  ])('%s, after the second a custom action has', async (_name, begins, attempts, reason) => {
    const target = await runSilentTarget(begins);
    const sandbox = await runSandbox({ target: { url: target.url } });
    expect(await happen(sandbox, 'i_custom')).toMatchObject({
      ok: false,
      attempts,
      reason: expect.stringContaining(reason),
    });
    expect(target.received).toHaveLength(attempts);
  });

  it('is not asked for again where nothing listens', async () => {
    const { target, sandbox } = await connected();
    await target.close();
    expect(await happen(sandbox, 'i_new')).toMatchObject({ ok: false, attempts: 1 });
  });
});

describe('targets', () => {
  it('are one for all, or one for each', async () => {
    const [all, own] = [await runTarget(), await runTarget()];
    const sandbox = await runSandbox({
      target: { url: all.url, secret: SECRET },
      targets: { flashduty: { url: own.url, header: 'X-Own' } },
    });
    await happenAt('ilert')(sandbox, 'alert-created');
    await happen(sandbox, 'i_new');
    expect(all.received).toMatchObject([{ body: { eventType: 'alert-created' } }]);
    expect(own.received).toMatchObject([{ headers: { 'x-own': SECRET } }]);
    await sandbox.post('/ilert/target', { url: own.url });
    expect(JSON.parse((await send(`${sandbox.url}/flashduty/target`)).text)).toEqual({
      url: own.url,
      header: 'X-Own',
      secretSet: true,
    });
  });

  it('are refused for a stand-in that is not there', async () => {
    const targets = { pager: { url: 'http://127.0.0.1:1/' } };
    await expect(runSandbox({ targets })).rejects.toThrow('There is no on-call stand-in "pager"');
  });
});

describe('a bad night at Flashduty', () => {
  it('goes from created over two escalations to closed', async () => {
    const { target, sandbox } = await connected();
    const reply = await sandbox.post('/flashduty/play', { speed: 1_000_000, wait: true });
    const bodies = target.received.map((_, index) => nth(target.received, index));
    expect(bodies.map(({ incident }) => [incident.progress, incident.assigned_to])).toMatchObject([
      ['Triggered', { type: 'assign', layer_idx: 0 }],
      ['Triggered', { type: 'escalate', layer_idx: 1 }],
      ['Triggered', { type: 'escalate', layer_idx: 2 }],
      ['Processing', {}],
      ['Closed', {}],
    ]);
    const alertId = bodies[0]?.incident.incident_id;
    expect(JSON.parse(reply.text)).toMatchObject({ platform: 'flashduty', state: 'done', alertId });
    const ilert = JSON.parse((await send(`${sandbox.url}/ilert/night`)).text);
    expect(ilert).toMatchObject({ platform: 'ilert', state: 'idle' });
  });
});
