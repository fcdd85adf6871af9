import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { flashdutyApi } from './oncall-keys';
import { runSandbox, send } from './running';

const happen = happenAt('flashduty');

/** An incident that was created on the page, and the API with Ada's key. */
async function withIncident() {
  const { target, sandbox } = await connected();
  const { alertId } = await happen(sandbox, 'i_new');
  const api = flashdutyApi(sandbox);
  /** Does it to the incident; a success has no data. */
  const does = async (path: string, more: object = {}) => {
    const { status, body } = await api(path, { incident_ids: [alertId], ...more });
    expect([status, body]).toEqual([200, { request_id: expect.any(String), data: null }]);
  };
  const bodies = async (count: number) => {
    await target.arrived(count);
    expect(target.received).toHaveLength(count);
    return target.received.map(
      ({ body }) => body as { event_type: string; incident: Record<string, unknown> },
    );
  };
  return { target, sandbox, id: alertId as string, api, does, bodies };
}

describe('Flashduty’s API handles the incidents of the pane', () => {
  it('acknowledges for the owner of the key, called or not, and names them', async () => {
    const { sandbox, does, bodies } = await withIncident();
    await does('/incident/ack');
    expect((await bodies(2))[1]).toMatchObject({
      event_type: 'i_ack',
      person: { person_name: 'Ada Byte', email: 'ada@sandbox.example' },
      incident: {
        progress: 'Processing',
        ack_time: expect.any(Number),
        responders: [
          { person_name: 'Priya Raman', acknowledged_at: 0 },
          { person_name: 'Ada Byte' },
        ],
      },
    });
    const [shown] = JSON.parse((await send(`${sandbox.url}/flashduty/overview`)).text);
    expect(shown).toMatchObject({
      status: 'Processing',
      state: 'accepted',
      level: 1,
      history: [{ eventType: 'i_new' }, { by: { name: 'API key of Ada Byte' } }],
    });
  });

  it('is Processing until the last one gives it back', async () => {
    const { sandbox, id, does, bodies } = await withIncident();
    const jonas = flashdutyApi(sandbox, 'Jonas');
    await does('/incident/ack');
    await jonas('/incident/ack', { incident_ids: [id] });
    await does('/incident/unack');
    await jonas('/incident/unack', { incident_ids: [id] });
    const told = await bodies(5);
    expect(told.map(({ event_type, incident }) => [event_type, incident.progress])).toEqual([
      ['i_new', 'Triggered'],
      ['i_ack', 'Processing'],
      ['i_ack', 'Processing'],
      ['i_unack', 'Processing'],
      ['i_unack', 'Triggered'],
    ]);
  });

  it('tells nobody of what was so already', async () => {
    const { sandbox, does, target } = await withIncident();
    for (const path of ['/incident/unack', '/incident/wake', '/incident/ack', '/incident/ack']) {
      await does(path);
    }
    await happen(sandbox, 'i_new');
    expect(target.received.map(({ body }) => body.event_type)).toEqual(['i_new', 'i_ack', 'i_new']);
  });

  it('closes with what was found, and opens again', async () => {
    const { does, bodies } = await withIncident();
    await does('/incident/resolve', { root_cause: 'A leak', resolution: 'Restarted' });
    await does('/incident/reopen', { reason: 'It came back' });
    expect(await bodies(3)).toMatchObject([
      {},
      {
        event_type: 'i_rslv',
        person: { person_name: 'Ada Byte' },
        incident: {
          progress: 'Closed',
          incident_status: 'Critical',
          closer: { person_name: 'Ada Byte' },
          root_cause: 'A leak',
          resolution: 'Restarted',
        },
      },
      {
        event_type: 'i_reopen',
        incident: { progress: 'Triggered', close_time: 0, assigned_to: { type: 'reopen' } },
      },
    ]);
  });

  it('snoozes until it is woken', async () => {
    const { does, bodies } = await withIncident();
    await does('/incident/snooze', { minutes: 30 });
    await does('/incident/wake');
    const told = await bodies(3);
    const { updated_at, snoozed_before } = told[1]?.incident ?? {};
    expect(Number(snoozed_before) - Number(updated_at)).toBe(1800);
    expect(told[2]).toMatchObject({ event_type: 'i_wake', incident: { snoozed_before: 0 } });
  });

  it('comments, and silently where that is asked for', async () => {
    const { sandbox, id, api, does, target } = await withIncident();
    await does('/incident/comment', { comment: 'Looking' });
    await does('/incident/comment', { comment: 'From chat', mute_reply: true });
    await happen(sandbox, 'i_new');
    expect(target.received.map(({ body }) => body.event_type)).toEqual([
      'i_new',
      'i_comm',
      'i_new',
    ]);
    const { body } = await api('/incident/feed', { incident_id: id, types: ['i_comm'], asc: true });
    expect(body).toMatchObject({
      data: {
        items: [
          { detail: { comment: 'Looking', mute_reply: false } },
          { detail: { comment: 'From chat', mute_reply: true } },
        ],
      },
    });
  });

  it.each([
    [{ person_ids: [1_552_048_410_057] }, 'assign', 'Triggered', 'Mei Tanaka'],
    [{ person_ids: [1_552_048_410_057], type: 'reassign' }, 'reassign', 'Triggered', 'Mei Tanaka'],
    [{ person_ids: [1_552_048_410_008] }, 'assign', 'Processing', 'Ada Byte'],
    [
      { escalate_rule_id: '64abb8a687e7984845822139', layer_idx: 2, type: 'escalate' },
      'escalate',
      'Triggered',
      'Mei Tanaka',
    ],
  ])('assigns to %j', async (assigned_to, type, progress, person_name) => {
    const { does, bodies } = await withIncident();
    await does('/incident/ack');
    await does('/incident/assign', { assigned_to });
    expect((await bodies(3))[2]).toMatchObject({
      event_type: 'i_assign',
      incident: { progress, assigned_to: { type }, responders: [{ person_name }] },
    });
  });

  it('assigns one by its id, and calls one more', async () => {
    const { id, api, bodies } = await withIncident();
    const person_ids = [1_552_048_410_034];
    await api('/incident/assign', { incident_id: id, assigned_to: { person_ids } });
    await api('/incident/responder/add', { incident_id: id, person_ids: [1_552_048_410_057] });
    expect(await bodies(3)).toMatchObject([
      {},
      { incident: { responders: [{ person_name: 'Jonas Weber' }] } },
      { event_type: 'i_a_rspd', incident: { responders: [{}, { person_name: 'Mei Tanaka' }] } },
    ]);
  });

  it('merges: the sources are closed, the target tells of it', async () => {
    const { sandbox, id, api, does, bodies } = await withIncident();
    const other = await happen(sandbox, 'i_new');
    const source_incident_ids = [other.alertId, id];
    await api('/incident/merge', { source_incident_ids, target_incident_id: id, title: 'Both' });
    const told = await bodies(3);
    expect(told[2]).toMatchObject({ event_type: 'i_merge', incident: { title: 'Both' } });
    expect(told[2]?.incident.incident_id).toBe(id);
    const { body } = await api('/incident/list-by-ids', { incident_ids: source_incident_ids });
    expect(body).toMatchObject({
      data: { items: [{ progress: 'Closed' }, { progress: 'Triggered' }] },
    });
    await does('/incident/ack');
  });
});

describe('a snooze of Flashduty', () => {
  it('ends by itself: who acknowledged has to do it again', async () => {
    let now = Date.parse('2026-11-21T03:00:00Z');
    const { target } = await connected();
    const sandbox = await runSandbox({ target: { url: target.url }, now: () => now });
    const { alertId } = await happen(sandbox, 'i_new');
    const api = flashdutyApi(sandbox);
    const incident_ids = [alertId];
    await api('/incident/ack', { incident_ids });
    await api('/incident/snooze', { incident_ids, minutes: 1 });
    const progress = async () =>
      ((await api('/incident/info', { incident_id: alertId })).body as { data: object }).data;
    now += 59_000;
    expect(await progress()).toMatchObject({ progress: 'Processing' });
    now += 1_000;
    expect(await progress()).toMatchObject({ progress: 'Triggered', snoozed_before: 0 });
    await api('/incident/ack', { incident_ids });
    expect(await progress()).toMatchObject({ progress: 'Processing' });
  });
});
