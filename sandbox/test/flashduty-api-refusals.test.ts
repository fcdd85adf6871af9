import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { call, credentialOf, flashdutyApi } from './oncall-keys';
import { runSandbox } from './running';

const happen = happenAt('flashduty');

const NOBODY = '0123456789abcdef01234567';
const RULE = '64abb8a687e7984845822139';
const PRIYA = 1_552_048_410_021;
const NEW = { incident_severity: 'Info' };
const WEEK = { start_time: 1_000_000, end_time: 1_600_000 };

type Case = [name: string, who: string, path: string, body: object, status: number, code: string];

const refused =
  (code: string) =>
  (name: string, path: string, body: object): Case => [name, 'Ada', path, body, 400, code];
const wrong = refused('InvalidParameter');
const absent = refused('ResourceNotFound');

/** `OPEN` and `CLOSED` are incidents that are so. */
const CASES: Case[] = [
  ['an unknown method', 'Ada', '/incident/explode', {}, 404, 'RouteNotFound'],
  ['a deleted key', 'Priya', '/incident/ack', { incident_ids: ['OPEN'] }, 401, 'Unauthorized'],
  [
    'a reader’s acknowledgement',
    'Bob',
    '/incident/ack',
    { incident_ids: ['OPEN'] },
    403,
    'AccessDenied',
  ],
  ['a reader’s incident', 'Bob', '/incident/create', NEW, 403, 'AccessDenied'],
  wrong('no incidents', '/incident/ack', {}),
  wrong('an empty list', '/incident/ack', { incident_ids: [] }),
  wrong('more than 100', '/incident/ack', { incident_ids: Array(101).fill(NOBODY) }),
  wrong('an id that is none', '/incident/ack', { incident_ids: ['12'] }),
  absent('an incident that is none', '/incident/ack', { incident_ids: ['OPEN', NOBODY] }),
  wrong('acknowledging a closed one', '/incident/ack', { incident_ids: ['CLOSED'] }),
  wrong('closing a closed one', '/incident/resolve', { incident_ids: ['CLOSED'] }),
  wrong('snoozing a closed one', '/incident/snooze', { incident_ids: ['CLOSED'], minutes: 5 }),
  wrong('reopening an open one', '/incident/reopen', { incident_ids: ['OPEN'] }),
  wrong('no minutes', '/incident/snooze', { incident_ids: ['OPEN'] }),
  wrong('0 minutes', '/incident/snooze', { incident_ids: ['OPEN'], minutes: 0 }),
  wrong('1441 minutes', '/incident/snooze', { incident_ids: ['OPEN'], minutes: 1441 }),
  wrong('half a minute', '/incident/snooze', { incident_ids: ['OPEN'], minutes: 0.5 }),
  wrong('no comment', '/incident/comment', { incident_ids: ['OPEN'] }),
  wrong('an empty comment', '/incident/comment', { incident_ids: ['OPEN'], comment: '' }),
  wrong('a comment that is too long', '/incident/comment', {
    incident_ids: ['OPEN'],
    comment: 'c'.repeat(1025),
  }),
  wrong('a resolution that is too long', '/incident/resolve', {
    incident_ids: ['OPEN'],
    resolution: 'r'.repeat(1025),
  }),
  wrong('nobody to assign to', '/incident/assign', { incident_id: 'OPEN' }),
  wrong('no incident to assign', '/incident/assign', { assigned_to: { person_ids: [PRIYA] } }),
  wrong('people and a rule', '/incident/assign', {
    incident_id: 'OPEN',
    assigned_to: { person_ids: [PRIYA], escalate_rule_id: RULE },
  }),
  absent('an unknown person', '/incident/assign', {
    incident_id: 'OPEN',
    assigned_to: { person_ids: [1] },
  }),
  absent('an unknown rule', '/incident/assign', {
    incident_id: 'OPEN',
    assigned_to: { escalate_rule_id: NOBODY },
  }),
  wrong('a level that is none', '/incident/assign', {
    incident_id: 'OPEN',
    assigned_to: { escalate_rule_id: RULE, layer_idx: 3 },
  }),
  wrong('a way to assign that is none', '/incident/assign', {
    incident_id: 'OPEN',
    assigned_to: { person_ids: [PRIYA], type: 'give' },
  }),
  wrong('nobody to call', '/incident/responder/add', { incident_id: 'OPEN', person_ids: [] }),
  absent('somebody unknown to call', '/incident/responder/add', {
    incident_id: 'OPEN',
    person_ids: [1],
  }),
  wrong('no severity', '/incident/create', { title: 'A' }),
  wrong('a severity that is none', '/incident/create', { incident_severity: 'Ok' }),
  wrong('a title that is too long', '/incident/create', { ...NEW, title: 't'.repeat(513) }),
  wrong('a description that is too long', '/incident/create', {
    ...NEW,
    description: 'd'.repeat(1025),
  }),
  absent('an unknown channel', '/incident/create', { ...NEW, channel_id: 1 }),
  absent('a new one for nobody', '/incident/create', { ...NEW, assigned_to: { person_ids: [1] } }),
  absent('merging into nothing', '/incident/merge', {
    source_incident_ids: ['OPEN'],
    target_incident_id: NOBODY,
  }),
  wrong('merging nothing', '/incident/merge', {
    source_incident_ids: [],
    target_incident_id: 'OPEN',
  }),
  wrong('asking for nothing', '/incident/info', {}),
  absent('asking for what is not there', '/incident/info', { incident_id: NOBODY }),
  absent('a timeline of nothing', '/incident/feed', { incident_id: NOBODY }),
  wrong('a timeline that is too long', '/incident/feed', { incident_id: 'OPEN', limit: 101 }),
  wrong('a list without times', '/incident/list', {}),
  wrong('a list that ends before it begins', '/incident/list', { start_time: 2, end_time: 1 }),
  wrong('a list of more than 31 days', '/incident/list', { start_time: 1, end_time: 2_678_402 }),
  wrong('a page of 101', '/incident/list', { ...WEEK, limit: 101 }),
  wrong('a place in no list', '/incident/list', { ...WEEK, search_after_ctx: NOBODY }),
  wrong('101 members', '/member/list', { limit: 101 }),
  wrong('no people', '/person/infos', {}),
  wrong('rules of no channel', '/channel/escalate/rule/list', {}),
  absent('rules of an unknown channel', '/channel/escalate/rule/list', { channel_id: 1 }),
];

describe('Flashduty’s API refuses', () => {
  it.each(CASES)('%s', async (_name, who, path, body, status, code) => {
    const { target, sandbox } = await connected();
    const open = await happen(sandbox, 'i_new');
    const closed = await happen(sandbox, 'i_new');
    await happen(sandbox, 'i_rslv', closed.alertId);
    const text = JSON.stringify(body)
      .replaceAll('OPEN', open.alertId)
      .replaceAll('CLOSED', closed.alertId);
    const told = await flashdutyApi(sandbox, who)(path, text);
    expect([told.status, told.body]).toEqual([
      status,
      { request_id: expect.any(String), error: { code, message: expect.any(String) } },
    ]);
    const entry = (await sandbox.requests()).at(-1);
    expect(entry).toMatchObject({ platform: 'flashduty', verdict: 'refused', code, status });
    expect(entry?.source).toMatch(/^https:\/\/docs\.flashcat\.cloud\//);
    expect(entry?.path).toContain('?app_key=…');
    await happen(sandbox, 'i_new');
    expect(target.received).toHaveLength(4);
  });

  it.each([
    ['no key', '', {}, 401, 'Unauthorized'],
    ['a key nobody has', '?app_key=nobody', {}, 401, 'Unauthorized'],
    ['a key in a header', '', { authorization: 'Bearer {key}' }, 401, 'Unauthorized'],
    [
      'a form',
      '?app_key={key}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'InvalidContentType',
    ],
    ['a body that is no JSON', '?app_key={key}', {}, 400, 'InvalidParameter'],
  ])('%s', async (name, query, headers: Record<string, string>, status, code) => {
    const sandbox = await runSandbox();
    const { baseUrl, appKey = '' } = credentialOf(sandbox, 'flashduty', 'Ada');
    const filled = Object.entries(headers).map(([key, value]) => [
      key,
      value.replace('{key}', appKey),
    ]);
    const url = `${baseUrl}/member/list${query.replace('{key}', appKey)}`;
    const body = name.includes('JSON') ? '{' : '{}';
    const told = await call(url, 'POST', body, Object.fromEntries(filled));
    expect([told.status, told.body]).toMatchObject([status, { error: { code } }]);
    expect(JSON.stringify(await sandbox.requests())).not.toContain(appKey);
  });

  it('another method than POST', async () => {
    const sandbox = await runSandbox();
    const { baseUrl, appKey } = credentialOf(sandbox, 'flashduty', 'Ada');
    const told = await call(`${baseUrl}/member/list?app_key=${appKey}`, 'GET', undefined, {});
    expect([told.status, told.body]).toMatchObject([400, { error: { code: 'MethodNotAllowed' } }]);
  });
});

describe('what no document of Flashduty tells', () => {
  it('may be that an error comes with 200', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/flashduty/behaviour', { errorsAs: 'ok' });
    const told = await flashdutyApi(sandbox)('/incident/info', { incident_id: NOBODY });
    expect([told.status, told.body]).toMatchObject([200, { error: { code: 'ResourceNotFound' } }]);
    expect((await sandbox.requests())[0]).toMatchObject({
      verdict: 'refused',
      status: 200,
      late: false,
    });
  });

  it('may be that a closed incident is handled without a change', async () => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'i_rslv');
    await sandbox.post('/flashduty/behaviour', { whenClosed: 'ok' });
    const told = await flashdutyApi(sandbox)('/incident/ack', { incident_ids: [alertId] });
    expect(told.status).toBe(200);
    await happen(sandbox, 'i_new');
    expect(target.received.map(({ body }) => body.event_type)).toEqual(['i_rslv', 'i_new']);
  });
});

describe('Flashduty’s rate', () => {
  it('is 50 a second for the account, whoever asks', async () => {
    let now = Date.parse('2026-11-21T03:00:00Z');
    const sandbox = await runSandbox({ rateWindowScale: 1, now: () => now });
    const [ada, bob] = [flashdutyApi(sandbox), flashdutyApi(sandbox, 'Bob')];
    for (let sent = 0; sent < 25; sent += 1) {
      await ada('/team/list');
      expect((await bob('/team/list')).status).toBe(200);
    }
    const { status, body } = await ada('/team/list');
    expect([status, body]).toMatchObject([429, { error: { code: 'RequestTooFrequently' } }]);
    expect((await sandbox.requests()).at(-1)).toMatchObject({ code: 'rate_limited' });
    now += 1000;
    expect((await ada('/team/list')).status).toBe(200);
  });

  it('is also what a fault answers', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { platform: 'flashduty', kind: 'rate-limit' });
    const { status, body, headers } = await flashdutyApi(sandbox)('/team/list');
    expect([status, body]).toMatchObject([429, { error: { code: 'RequestTooFrequently' } }]);
    expect(headers.get('retry-after')).toBeNull();
  });
});
