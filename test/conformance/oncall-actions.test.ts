import { describe, expect, it } from '@jest/globals';
import { readAlertEvent } from '../../core/alert/read-event';
import { checkOnCall, listOnCall } from '../../core/oncall/index';
import { useOnCall } from './oncall-world';

const ada = { id: 'U1', name: 'Ada Clicker' };
const other = { ilert: 'alert-acknowledged', flashduty: 'i_ack' };
const over = { ilert: 'alert-resolved', flashduty: 'i_rslv' };

const COMMON = ['people', 'escalation-policies', 'schedules'] as const;
const LISTS = {
  ilert: [...COMMON, 'alert-sources'],
  flashduty: [...COMMON, 'teams', 'flashduty-channels'],
} as const;

describe.each(['ilert', 'flashduty'] as const)('%s', (id) => {
  const { act, newAlert, happen, fault, requests, platform, asking, credentialOf, emailOf } =
    useOnCall(id);

  it('accepts, and resolves, and says how the alert stands', async () => {
    const alert = { platform: id, id: await newAlert() };
    const accepted = await act({ action: 'accept', alert, by: ada });
    expect(accepted).toMatchObject({
      result: { ok: true, code: 'done', message: 'Accepted.' },
      event: {
        type: 'accepted',
        rawType: 'alertwire.accept',
        platform: id,
        platformName: platform.name,
        actor: { kind: 'user', id: 'U1', name: 'Ada Clicker' },
        alert: { id: alert.id, status: 'acknowledged' },
        assignees: expect.arrayContaining([expect.objectContaining({ status: 'accepted' })]),
        capabilities: platform.capabilities,
      },
    });
    expect(readAlertEvent(accepted.event)).toEqual({ ok: true, event: accepted.event });
    expect(await act({ action: 'resolve', alert })).toMatchObject({
      result: { ok: true, code: 'done' },
      event: { type: 'resolved', alert: { status: 'resolved', resolvedAt: expect.any(String) } },
    });
    expect(await act({ action: 'get', alert })).toMatchObject({
      result: { ok: true },
      event: { type: 'updated', rawType: 'alertwire.get', alert: { status: 'resolved' } },
    });
  });

  it('takes what somebody else has done already for done', async () => {
    const alert = { platform: id, id: await newAlert() };
    await happen(other[id], alert.id);
    const { result, event } = await act({ action: 'accept', alert, by: ada });
    expect(result).toMatchObject({ ok: true, code: 'already_done' });
    expect(result.message).toMatch(/^Already accepted by \w+/);
    expect(event?.actor?.name).not.toBe(ada.name);
    await happen(over[id], alert.id);
    expect((await act({ action: 'resolve', alert })).result).toMatchObject({
      ok: true,
      code: 'already_done',
    });
  });

  it('never opens again what is resolved', async () => {
    const alert = { platform: id, id: await newAlert() };
    await happen(over[id], alert.id);
    const { result, event } = await act({ action: 'accept', alert, by: ada });
    expect(result).toMatchObject({ ok: false, code: 'action.already_resolved' });
    expect(event).toMatchObject({ type: 'resolved', alert: { status: 'resolved' } });
    expect((await act({ action: 'get', alert })).event?.alert.status).toBe('resolved');
  });

  it('assigns to a person by e-mail, and to an escalation policy', async () => {
    const alert = { platform: id, id: await newAlert() };
    const person = await emailOf('Jonas');
    const assigned = await act({ action: 'assign', alert, arguments: { person } });
    expect(assigned).toMatchObject({
      result: { ok: true, code: 'done', message: 'Assigned to Jonas Weber.' },
      event: { type: 'assigned', assignees: [{ name: 'Jonas Weber' }] },
    });
    expect((await act({ action: 'assign', alert, arguments: { person } })).result.code).toBe(
      'already_done',
    );
    const policies = await listOnCall(id, 'escalation-policies', asking(credentialOf('Ada')));
    if ('problem' in policies) throw new Error(policies.problem.message);
    const [policy] = policies.entries;
    expect(await act({ action: 'assign', alert, arguments: { policy: policy?.id } })).toMatchObject(
      { result: { ok: true }, event: { escalation: { policyId: policy?.id } } },
    );
  });

  it('calls somebody in as well, once', async () => {
    const alert = { platform: id, id: await newAlert() };
    const order = { action: 'add-responder', alert, arguments: { person: await emailOf('Bob') } };
    const { result, event } = await act(order);
    expect(result).toMatchObject({ ok: true, code: 'done' });
    expect(event?.type).toBe('responder-added');
    expect((await act(order)).result).toMatchObject({ ok: true, code: 'already_done' });
  });

  it('creates an alert', async () => {
    const arguments_ = { title: 'Made in a chat', severity: 'critical', source: '731204' };
    const { result, event } = await act({ action: 'create', arguments: arguments_ });
    expect(result).toMatchObject({ ok: true, message: 'Alert created: Made in a chat' });
    expect(event).toMatchObject({ type: 'created', alert: { title: 'Made in a chat' } });
  });

  it('knows who is on call', async () => {
    const { result, data } = await act({ action: 'on-call' });
    expect(result).toMatchObject({ ok: true, message: expect.stringMatching(/^On call now: \w+/) });
    const [duty] = data as readonly object[];
    expect(duty).toMatchObject({
      person: { id: expect.any(String), name: expect.any(String), email: expect.any(String) },
      until: expect.any(String),
    });
  });

  it('says what is missing, unknown or refused', async () => {
    const alert = { platform: id, id: await newAlert() };
    const code = async (order: Parameters<typeof act>[0], name?: string) =>
      (await act(order, name)).result.code;
    expect(await code({ action: 'accept' })).toBe('action.no_alert');
    expect(await code({ action: 'dance', alert })).toBe('action.unknown_action');
    expect(await code({ action: 'assign', alert })).toBe('action.missing_argument');
    const nobody = { person: 'nobody@example.com' };
    expect(await code({ action: 'assign', alert, arguments: nobody })).toBe(
      'action.no_such_person',
    );
    const wrong = { platform: id, id: id === 'ilert' ? '999' : 'f'.repeat(24) };
    expect(await code({ action: 'accept', alert: wrong })).toBe('action.no_such_alert');
    expect(await code({ action: 'accept', alert }, 'Priya')).toBe('action.unauthorised');
    expect(await code({ action: 'accept', alert }, 'Bob')).toBe('action.forbidden');
  });

  it('finds out by itself what became of a lost answer', async () => {
    const alert = { platform: id, id: await newAlert() };
    // The first answer is that of reading.
    await fault({ kind: 'lost-answer', channel: alert.id }, 2);
    const { result, event } = await act({ action: 'accept', alert, by: ada });
    expect(result).toMatchObject({ ok: true });
    expect(event).toMatchObject({ type: 'accepted', alert: { status: 'acknowledged' } });
    const sent = (await requests()).filter(({ path }: { path: string }) =>
      /ac(k|cept)$/.test(path),
    );
    expect(sent.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['as long as it asks', { kind: 'rate-limit', retryAfter: 2 }],
    ['while it is down', { kind: 'status', status: 503, body: '' }],
  ])('is given time %s', async (_, trouble) => {
    const alert = { platform: id, id: await newAlert() };
    await fault(trouble, 2);
    expect((await act({ action: 'accept', alert })).result).toMatchObject({ code: 'done' });
  });

  it('is said to be away when it is, and that nothing was done', async () => {
    const alert = { platform: id, id: await newAlert() };
    await fault({ kind: 'status', status: 503, body: '' }, 50);
    const { result, event } = await act({ action: 'accept', alert });
    expect(result).toMatchObject({ ok: false, code: 'action.platform_unreachable' });
    expect(result.message).toContain('it was not done');
    expect(event).toBeUndefined();
  });

  it('knows its keys', async () => {
    expect(await checkOnCall(id, asking(credentialOf('Ada')))).toMatchObject({
      name: expect.any(String),
    });
    expect(await checkOnCall(id, asking(credentialOf('Priya')))).toMatchObject({
      problem: { code: 'action.unauthorised', hint: expect.stringContaining('credential') },
    });
  });

  it('has every list it is asked for', async () => {
    for (const name of LISTS[id]) {
      const page = await listOnCall(id, name, asking(credentialOf('Ada')));
      expect(page).toEqual({ entries: expect.arrayContaining([expect.anything()]) });
    }
    const search = await listOnCall(id, 'people', {
      ...asking(credentialOf('Ada')),
      search: 'bOb',
    });
    expect(search).toMatchObject({ entries: [{ name: expect.stringContaining('Bob') }] });
  });
});
