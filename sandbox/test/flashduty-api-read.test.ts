import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { flashdutyApi } from './oncall-keys';
import { runSandbox } from './running';

const happen = happenAt('flashduty');

type Page = {
  data: { items: { incident_id: string }[]; has_next_page: boolean; search_after_ctx?: string };
};

describe('Flashduty’s API tells of incidents', () => {
  it('everything about one', async () => {
    const { sandbox } = await connected();
    const { alertId: incident_id } = await happen(sandbox, 'i_new');
    const { status, headers, body } = await flashdutyApi(sandbox, 'Bob')('/incident/info', {
      incident_id,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      request_id: headers.get('flashcat-request-id'),
      data: {
        incident_id,
        progress: 'Triggered',
        incident_severity: 'Critical',
        account_locale: 'en-US',
        creator_id: 0,
        closer_id: 0,
        active_alert_cnt: 1,
        responders: [{ person_name: 'Priya Raman', acknowledged_at: 0 }],
      },
    });
  });

  it('lists them newest first, filtered, a page at a time', async () => {
    let now = Date.parse('2026-11-21T03:00:00Z');
    const { target } = await connected();
    const sandbox = await runSandbox({ target: { url: target.url }, now: () => now });
    const ids: string[] = [];
    for (let created = 0; created < 3; created += 1) {
      ids.unshift((await happen(sandbox, 'i_new')).alertId);
      now += 60_000;
    }
    const api = flashdutyApi(sandbox);
    const [newest = '', middle = '', oldest = ''] = ids;
    await api('/incident/ack', { incident_ids: [middle] });
    const start_time = now / 1000 - 3600;
    const listed = async (more: object) => {
      const { body } = await api('/incident/list', { start_time, end_time: now / 1000, ...more });
      return (body as Page).data;
    };
    const idsOf = async (more: object) =>
      (await listed(more)).items.map(({ incident_id }) => incident_id);
    expect(await idsOf({})).toEqual(ids);
    expect(await idsOf({ asc: true })).toEqual([...ids].reverse());
    expect(await idsOf({ progress: 'Processing' })).toEqual([middle]);
    expect(await idsOf({ progress: 'Triggered,Processing' })).toEqual(ids);
    expect(await idsOf({ incident_severity: 'Warning' })).toEqual([newest]);
    expect(await idsOf({ responder_ids: [1_552_048_410_008] })).toEqual([middle]);
    expect(await idsOf({ channel_ids: [0] })).toEqual([]);
    expect(await idsOf({ query: 'LATENCY' })).toEqual([oldest]);
    expect(await idsOf({ p: 2, limit: 2 })).toEqual([oldest]);
    const first = await listed({ limit: 1 });
    expect(first).toMatchObject({ total: 3, has_next_page: true, search_after_ctx: newest });
    const rest = await listed({ search_after_ctx: newest });
    expect(rest.items.map(({ incident_id }) => incident_id)).toEqual([middle, oldest]);
    expect(rest).not.toHaveProperty('search_after_ctx');
    expect(await idsOf({ end_time: start_time + 1 })).toEqual([]);
  });

  it('a timeline with what webhooks leave out', async () => {
    const { sandbox } = await connected();
    const { alertId: incident_id } = await happen(sandbox, 'i_new');
    const api = flashdutyApi(sandbox);
    const incident_ids = [incident_id];
    await api('/incident/snooze', { incident_ids, minutes: 120 });
    await api('/incident/resolve', { incident_ids });
    await api('/incident/reopen', { incident_ids, reason: 'Back' });
    const { body } = await api('/incident/feed', { incident_id, limit: 3 });
    expect(body).toMatchObject({
      data: {
        has_next_page: true,
        items: [
          { type: 'i_reopen', detail: { reason: 'Back' }, ref_id: incident_id },
          { type: 'i_rslv', detail: { from: 'console' }, creator_id: 1_552_048_410_008 },
          { type: 'i_snooze', detail: { minutes: 120 } },
        ],
      },
    });
  });
});

describe('Flashduty’s API tells of people and places', () => {
  it.each([
    [
      '/member/list',
      { query: 'PRIYA.raman@' },
      {
        total: 1,
        items: [{ member_id: 1_552_048_410_021, phone: expect.stringContaining('****') }],
      },
    ],
    [
      '/member/list',
      { p: 2, limit: 4 },
      { p: 2, limit: 4, total: 5, items: [{ member_name: 'Bob Byte' }] },
    ],
    [
      '/person/infos',
      { person_ids: [1_552_048_410_057, 1] },
      { items: [{ person_name: 'Mei Tanaka' }] },
    ],
    [
      '/team/list',
      {},
      {
        total: 1,
        items: [
          {
            team_name: 'Platform',
            person_ids: expect.arrayContaining([1_552_048_410_021]),
          },
        ],
      },
    ],
    [
      '/channel/list',
      { query: 'data' },
      { total: 1, has_next_page: false, items: [{ channel_name: 'Databases' }] },
    ],
    [
      '/channel/escalate/rule/list',
      { channel_id: 1_840_312_623 },
      { items: [{ rule_name: 'Platform, around the clock', layers: [{}, {}, {}] }] },
    ],
    ['/channel/escalate/rule/list', { channel_id: 1_840_312_658 }, { items: [] }],
    [
      '/schedule/list',
      {},
      {
        total: 1,
        items: [
          {
            schedule_name: 'Platform rota',
            cur_oncall: { group: { members: [{ person_ids: [1_552_048_410_034] }] } },
          },
        ],
      },
    ],
  ])('%s %j', async (path, wanted, data) => {
    const { status, body } = await flashdutyApi(await runSandbox(), 'Bob')(path, wanted);
    expect([status, body]).toMatchObject([200, { data }]);
  });
});
