import { describe, expect, it } from '@jest/globals';
import { listOnCall, registerWebhook } from '../../core/oncall/index';
import { useOnCall } from './oncall-world';

const { act, ask, newAlert, happen, told, hears, asking, credentialOf, fault } =
  useOnCall('flashduty');

it('knows an incident by the number people read', async () => {
  const id = await newAlert();
  for (const number of [id.slice(-6), `#${id.slice(-6).toUpperCase()}`]) {
    expect(await act({ action: 'get', alert: { id: number } })).toMatchObject({
      result: { ok: true },
      event: { account: expect.any(String), alert: { id } },
    });
  }
  const { event } = await act({ action: 'get', alert: { platform: 'flashduty', id } });
  expect(event).not.toHaveProperty('account');
  expect((await act({ action: 'accept', alert: { id: 'ABC123' } })).result.code).toBe(
    'action.no_such_alert',
  );
});

it('tells an alert in the same words as its webhooks', async () => {
  const id = await newAlert();
  const { event } = await act({ action: 'get', alert: { id } });
  const webhook = told.findLast(({ alert }) => alert.id === id);
  const { updatedAt, fields, ...heard } = webhook?.alert ?? {};
  expect(event?.alert).toMatchObject(heard);
  expect(event?.assignees).toEqual(webhook?.assignees);
});

it('gives back, closes and opens again', async () => {
  const alert = { id: await newAlert() };
  const code = async (action: string) => (await act({ action, alert })).result.code;
  expect(await code('unaccept')).toBe('already_done');
  expect(await code('accept')).toBe('done');
  expect(await code('unaccept')).toBe('done');
  expect(await code('reopen')).toBe('already_done');
  expect(await code('resolve')).toBe('done');
  expect(await code('snooze')).toBe('action.missing_argument');
  expect(await code('unaccept')).toBe('action.already_resolved');
  expect(await act({ action: 'reopen', alert })).toMatchObject({
    result: { message: 'Reopened.' },
    event: { type: 'reopened', alert: { status: 'open' } },
  });
});

it('does not say that it gave back what somebody else has accepted', async () => {
  const alert = { id: await newAlert() };
  await happen('i_ack', alert.id);
  expect((await act({ action: 'unaccept', alert })).result).toMatchObject({
    ok: false,
    code: 'action.nothing_changed',
  });
});

describe('snoozing', () => {
  it.each([
    [{ minutes: '30' }, 30],
    [{ minutes: '2h' }, 120],
    [{ until: new Date(Date.now() + 600_000).toISOString() }, 10],
  ])('%j', async (given, minutes) => {
    const alert = { id: await newAlert() };
    const { result, event } = await act({ action: 'snooze', alert, arguments: given });
    expect(result).toMatchObject({ ok: true, message: expect.stringMatching(/^Snoozed until /) });
    const until = Date.parse(event?.alert.snoozedUntil ?? '');
    expect(Math.abs(until - Date.now() - minutes * 60_000)).toBeLessThan(70_000);
    expect((await act({ action: 'snooze', alert, arguments: given })).result.code).toBe(
      'already_done',
    );
  });

  it.each(['0', '-5', 'soon', '1441', '2d', '9'.repeat(30)])(
    'for %s is refused',
    async (minutes) => {
      const alert = { id: await newAlert() };
      const { result } = await act({ action: 'snooze', alert, arguments: { minutes } });
      expect(result).toMatchObject({ ok: false, code: 'action.bad_argument' });
      expect(result.message).toContain('Minutes');
    },
  );
});

it('escalates to the next level, or to the one that is named', async () => {
  const alert = { id: await newAlert() };
  const escalate = (given = {}) => act({ action: 'escalate', alert, arguments: given });
  const first = (await act({ action: 'get', alert })).event?.escalation?.level ?? 0;
  expect(await escalate()).toMatchObject({
    result: { code: 'done', message: `Escalated to level ${first + 1}.` },
    event: { type: 'escalated', automatic: false, escalation: { level: first + 1 } },
  });
  expect(await escalate({ level: '3' })).toMatchObject({ event: { escalation: { level: 3 } } });
  expect((await escalate({ level: '0' })).result.code).toBe('action.bad_argument');
  expect((await escalate({ level: '9' })).result).toMatchObject({ ok: false });
});

it('escalates one level, also where the answer is lost', async () => {
  const alert = { id: await newAlert() };
  const first = (await act({ action: 'get', alert })).event?.escalation?.level ?? 0;
  await fault({ kind: 'lost-answer', channel: alert.id }, 2);
  const { event } = await act({ action: 'escalate', alert });
  expect(event?.escalation?.level).toBe(first + 1);
});

it('comments without an echo, also what is closed', async () => {
  const alert = { id: await newAlert() };
  await happen('i_rslv', alert.id);
  const order = { action: 'comment', alert, arguments: { note: 'Was the disk' } };
  expect(await act({ ...order, by: { id: 'U1', name: 'Ada' } })).toMatchObject({
    result: { code: 'done', message: 'Comment added.' },
    event: { type: 'comment-added', comment: { text: 'Was the disk', author: 'Ada' } },
  });
  await act({ action: 'reopen', alert });
  await hears(({ type }) => type === 'reopened');
  expect(told.map(({ type }) => type)).not.toContain('comment-added');
});

it('files a new incident in a channel, for somebody', async () => {
  const page = await listOnCall('flashduty', 'flashduty-channels', asking(credentialOf('Ada')));
  const [channel] = 'entries' in page ? page.entries : [];
  const given = { title: 'x'.repeat(600), severity: 'high', channel: channel?.id };
  const { event } = await act({ action: 'create', arguments: given });
  expect(event).toMatchObject({
    alert: { title: 'x'.repeat(512), severity: 'critical' },
    origin: { id: channel?.id },
  });
  const wrong = { title: 'x', channel: '12' };
  expect((await act({ action: 'create', arguments: wrong })).result.code).toBe(
    'action.bad_argument',
  );
});

it('makes one incident, also where the answer is lost', async () => {
  await fault({ kind: 'lost-answer' });
  const { result, event } = await act({ action: 'create', arguments: { title: 'Only once' } });
  expect(result).toMatchObject({ ok: true, message: 'Alert created: Only once' });
  expect(event?.alert.title).toBe('Only once');
  await act({ action: 'accept', alert: { id: event?.alert.id ?? '' } });
  await hears(({ type }) => type === 'accepted');
  const made = told.filter(({ type, alert }) => type === 'created' && alert.title === 'Only once');
  expect(made).toHaveLength(1);
});

it('reads errors that come with 200', async () => {
  await ask('/flashduty/behaviour', { errorsAs: 'ok' });
  const alert = { id: await newAlert() };
  expect((await act({ action: 'accept', alert }, 'Priya')).result.code).toBe('action.unauthorised');
  expect((await act({ action: 'accept', alert }, 'Bob')).result.code).toBe('action.forbidden');
  expect((await act({ action: 'get', alert: { id: 'f'.repeat(24) } })).result.code).toBe(
    'action.no_such_alert',
  );
});

it('has no webhooks to register', async () => {
  const order = {
    url: 'http://x.example',
    name: '',
    secret: 's',
    triggerTypes: [],
    alertSources: [],
  };
  expect(await registerWebhook('flashduty', order, asking(credentialOf('Ada')))).toMatchObject({
    problem: { code: 'action.no_webhook_api', hint: expect.stringContaining('by hand') },
  });
});
