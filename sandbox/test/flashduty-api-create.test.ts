import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { call, credentialOf, flashdutyApi } from './oncall-keys';
import type { Running } from './running';
import type { Target } from './target-server';

const happen = happenAt('flashduty');

const told = ({ received }: Target) =>
  received.map(({ body }) => body as { event_type: string; incident: Record<string, unknown> });

describe('Flashduty’s API creates', () => {
  it('an incident for people: first it is told of, then whom it was given to', async () => {
    const { target, sandbox } = await connected();
    const { body } = await flashdutyApi(sandbox)('/incident/create', {
      incident_severity: 'Warning',
      title: 'Somebody called',
      description: 'From chat',
      assigned_to: { person_ids: [1_552_048_410_034] },
    });
    const { incident_id } = (body as { data: { incident_id: string } }).data;
    expect(body).toMatchObject({ data: { title: 'Somebody called' } });
    await target.arrived(2);
    expect(told(target)).toMatchObject([
      {
        event_type: 'i_new',
        person: { person_name: 'Ada Byte' },
        incident: {
          incident_id,
          incident_severity: 'Warning',
          channel_id: 0,
          creator: { person_name: 'Ada Byte' },
          alert_cnt: 0,
          responders: [],
        },
      },
      {
        event_type: 'i_assign',
        incident: { assigned_to: { type: 'assign' }, responders: [{ person_name: 'Jonas Weber' }] },
      },
    ]);
    expect(told(target)[0]?.incident).not.toHaveProperty('assigned_to');
  });

  it('an incident in a channel, whose rule says who is called, if it has one', async () => {
    const { target, sandbox } = await connected();
    const create = flashdutyApi(sandbox);
    const wanted = { incident_severity: 'Info', title: 'A' };
    await create('/incident/create', { ...wanted, channel_id: 1_840_312_623 });
    await create('/incident/create', { ...wanted, channel_id: 1_840_312_658 });
    await create('/incident/create', wanted);
    await target.arrived(4);
    expect(
      told(target).map(({ event_type, incident }) => [event_type, incident.channel_name]),
    ).toEqual([
      ['i_new', 'Platform on call'],
      ['i_assign', 'Platform on call'],
      ['i_new', 'Databases'],
      ['i_new', ''],
    ]);
    expect(told(target)[1]).toMatchObject({
      incident: { responders: [{ person_name: 'Priya Raman' }] },
    });
  });
});

/** Monitoring that knows the integration's key, and nobody's APP key. */
function monitoring(sandbox: Running) {
  const { baseUrl, integrationKey } = credentialOf(sandbox, 'flashduty', 'Ada');
  return (event: object, key = integrationKey) =>
    call(`${baseUrl}/event/push/alert/standard?integration_key=${key}`, 'POST', event, {});
}

const EVENT = { title_rule: 'Queue is long', event_status: 'Warning', alert_key: 'queue' };

describe('Flashduty’s standard events', () => {
  it('open an incident and close it when all is well', async () => {
    const { target, sandbox } = await connected();
    const push = monitoring(sandbox);
    const first = await push({ ...EVENT, labels: { queue: 'mail' }, description: '4,000 jobs' });
    expect([first.status, first.body]).toMatchObject([200, { data: { alert_key: 'queue' } }]);
    for (const event_status of ['Warning', 'Critical', 'Ok'])
      await push({ ...EVENT, event_status });
    await target.arrived(3);
    expect(told(target)).toMatchObject([
      {
        event_type: 'i_new',
        incident: {
          title: 'Queue is long',
          incident_severity: 'Warning',
          labels: { queue: 'mail' },
          alert_cnt: 1,
        },
      },
      { event_type: 'i_assign', incident: { assigned_to: { type: 'assign', layer_idx: 0 } } },
      {
        event_type: 'i_rslv',
        incident: { incident_severity: 'Critical', incident_status: 'Ok', progress: 'Closed' },
      },
    ]);
    for (const body of told(target)) expect(body).not.toHaveProperty('person');
  });

  it('get a key where they bring none, and texts that are too long are cut', async () => {
    const { target, sandbox } = await connected();
    const event = {
      title: 'x'.repeat(600),
      event_status: 'Critical',
      description: 'y'.repeat(3000),
    };
    const { body } = await monitoring(sandbox)(event);
    expect(body).toMatchObject({ data: { alert_key: expect.stringMatching(/^.{22}$/) } });
    await target.arrived(2);
    const incident = told(target)[0]?.incident ?? {};
    expect([String(incident.title).length, String(incident.description).length]).toEqual([
      512, 2048,
    ]);
  });

  it('open a new incident after the one before was closed', async () => {
    const { target, sandbox } = await connected();
    for (const event_status of ['Warning', 'Ok', 'Warning']) {
      await monitoring(sandbox)({ ...EVENT, event_status });
    }
    await target.arrived(5);
    const ids = told(target).map(({ incident }) => incident.incident_id);
    expect(ids[3]).not.toBe(ids[0]);
    expect(told(target)[3]).toMatchObject({ event_type: 'i_new', incident: { alert_cnt: 1 } });
  });

  it('that recover nothing are taken', async () => {
    const { target, sandbox } = await connected();
    expect((await monitoring(sandbox)({ ...EVENT, event_status: 'Ok' })).status).toBe(200);
    await happen(sandbox, 'i_new');
    expect(target.received).toHaveLength(1);
  });

  it.each([
    ['no title', { ...EVENT, title_rule: undefined }],
    ['a status in small letters', { ...EVENT, event_status: 'warning' }],
    ['a recovery of nothing', { title_rule: 'A', event_status: 'Ok' }],
    ['a key that is too long', { ...EVENT, alert_key: 'k'.repeat(256) }],
    ['a label that is no text', { ...EVENT, labels: { a: 1 } }],
    [
      '51 labels',
      { ...EVENT, labels: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`l${n}`, ''])) },
    ],
    ['an image without its source', { ...EVENT, images: [{ alt: 'a' }] }],
  ])('are refused with %s', async (_name, event) => {
    const { sandbox } = await connected();
    const { status, body } = await monitoring(sandbox)(event);
    expect([status, body]).toMatchObject([400, { error: { code: 'InvalidParameter' } }]);
  });

  it('are refused with a key that is none, in Flashduty’s words', async () => {
    const { sandbox } = await connected();
    const { status, body } = await monitoring(sandbox)(EVENT, 'nobody');
    expect([status, body]).toEqual([
      400,
      {
        request_id: expect.any(String),
        error: { code: 'InvalidParameter', message: 'integration_key is not a valid one' },
      },
    ]);
    expect((await sandbox.requests()).map(({ path }) => path)).toEqual([
      '/flashduty/api/event/push/alert/standard?integration_key=…',
    ]);
  });
});
