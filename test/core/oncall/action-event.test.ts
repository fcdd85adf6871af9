import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import { answer } from '../delivery/world';
import { INCIDENT, ilertAlert, incident, json, performed, said } from './action-world';

/** Where the hands of the tests' clock stand. */
const NOW = '2026-03-01T00:00:00.000Z';
const accept = { platform: 'ilert', action: 'accept', alert: { platform: 'ilert', id: '4711' } };
const by = { id: 'U1', name: 'Ada', email: 'ada@example.com' };
const noor = (acceptedAt: string) => ({
  user: { id: 4001, firstName: 'Noor', lastName: 'Haddad' },
  status: 'ACCEPTED',
  acceptedAt,
});
const pending = json(200, ilertAlert());
const acceptedAt = (time: string) =>
  json(200, ilertAlert({ status: 'ACCEPTED', responders: [noor(time)] }));

describe('the event of an action', () => {
  it('is whole', async () => {
    const { event } = await performed(
      { ...accept, by, commandId: 'c1', alertUrlPattern: 'https://x.example/{id}' },
      pending,
      acceptedAt('2026-02-28T23:59:59.000Z'),
    );
    expect(event).toEqual({
      schemaVersion: 1,
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      type: 'accepted',
      rawType: 'alertwire.accept',
      platform: 'ilert',
      platformName: 'ilert',
      occurredAt: NOW,
      receivedAt: NOW,
      automatic: false,
      actor: { kind: 'user', ...by },
      alert: {
        id: '4711',
        key: 'mail/queue',
        title: 'Mail queue grows',
        url: 'https://x.example/4711',
        status: 'acknowledged',
        severity: 'high',
        priority: 'HIGH',
        urgency: 'high',
        startedAt: '2026-02-28T23:40:00.000Z',
        createdAt: '2026-02-28T23:40:00.000Z',
        acknowledgedAt: '2026-02-28T23:59:59.000Z',
        labels: {},
        fields: {},
        links: [],
        images: [],
      },
      origin: { id: '88', name: 'Mail probes' },
      escalation: { policyId: '99', policyName: 'Office' },
      assignees: [
        {
          id: '4001',
          name: 'Noor Haddad',
          status: 'accepted',
          acceptedAt: '2026-02-28T23:59:59.000Z',
        },
      ],
      capabilities: ['accept', 'resolve', 'assign', 'add-responder', 'comment', 'create'],
    });
  });

  it('has nobody for an actor where nobody asked', async () => {
    const { event } = await performed(accept, pending, acceptedAt(NOW));
    expect(event).not.toHaveProperty('actor');
  });

  it('is never earlier than the platform says, whose clock may be ahead', async () => {
    const { event } = await performed(accept, pending, acceptedAt('2026-03-01T00:00:02.000Z'));
    expect(event?.occurredAt).toBe('2026-03-01T00:00:02.000Z');
  });

  it('of what was so before tells who did it, and when', async () => {
    const { event, result } = await performed(
      { ...accept, by },
      acceptedAt('2026-02-28T23:50:00.000Z'),
    );
    expect(result).toEqual({
      ok: true,
      code: 'already_done',
      message: 'Already accepted by Noor Haddad.',
      by: 'Noor Haddad',
    });
    expect(event).toMatchObject({
      type: 'accepted',
      occurredAt: '2026-02-28T23:50:00.000Z',
      actor: { kind: 'user', id: '4001', name: 'Noor Haddad' },
    });
  });

  it('of what is resolved tells who resolved it', async () => {
    const closer = { person_id: 7, person_name: 'Mei' };
    const { event, result } = await performed(
      { platform: 'flashduty', action: 'accept', alert: { id: INCIDENT }, by },
      said(incident({ progress: 'Closed', close_time: 1_772_322_000, closer })),
    );
    expect(result).toMatchObject({ message: 'Already resolved by Mei.', by: 'Mei' });
    expect(event).toMatchObject({
      type: 'resolved',
      rawType: 'alertwire.standing',
      occurredAt: '2026-02-28T23:40:00.000Z',
      actor: { id: '7', name: 'Mei' },
    });
  });

  it('has the id of its command, and another for another', async () => {
    const id = async (commandId?: string) =>
      (await performed({ ...accept, commandId }, pending, acceptedAt(NOW))).event?.id;
    expect(await id('c1')).toBe(await id('c1'));
    expect(await id()).toBe(await id());
    expect(new Set([await id('c1'), await id('c2'), await id()]).size).toBe(3);
  });

  it('keeps the account that the card knows, and learns it only for a typed number', async () => {
    const of = async (alert: { platform?: string; account?: string; id: string }) =>
      (await performed({ platform: 'flashduty', action: 'get', alert }, said(incident()))).event
        ?.account;
    expect(await of({ id: INCIDENT })).toBe('77');
    expect(await of({ platform: 'flashduty', id: INCIDENT })).toBeUndefined();
    expect(await of({ platform: 'flashduty', account: '5', id: INCIDENT })).toBe('5');
  });

  it('says what was done, also where the platform shows it later', async () => {
    const order = { platform: 'flashduty', alert: { id: INCIDENT } };
    const open = said(incident());
    const yes = said({});
    for (const [action, status, before] of [
      ['accept', 'acknowledged', open],
      ['resolve', 'resolved', open],
      ['reopen', 'open', said(incident({ progress: 'Closed' }))],
    ] as const) {
      const { event } = await performed({ ...order, action }, before, yes, answer(401, ''));
      expect(event?.alert.status).toBe(status);
    }
  });

  it('moves the story of the alert on', async () => {
    const { event: first } = await performed({ ...accept, action: 'get' }, pending);
    const { event: second } = await performed({ ...accept, by }, pending, acceptedAt(NOW));
    if (!first || !second) throw new Error('each action has an event');
    const { state, change } = applyEvent(applyEvent(undefined, first).state, second);
    expect([change, state.acceptedBy, state.latest.alert.status]).toEqual([
      'changed',
      'Ada',
      'acknowledged',
    ]);
  });
});

describe('a result', () => {
  it.each([
    ['de', 'Schon angenommen von Noor Haddad.'],
    ['zh-CN', '已由 Noor Haddad 认领。'],
  ])('is said in %s', async (language, message) => {
    const { result } = await performed({ ...accept, language }, acceptedAt(NOW));
    expect(result.message).toBe(message);
  });

  it.each([
    ['de', 'Es fehlt etwas: Person oder Eskalationsplan oder Dienstplan.'],
    ['en', 'Something is missing: Person or Escalation Policy or Schedule.'],
  ])('names in %s what is missing', async (language, message) => {
    const { result, requests } = await performed(
      { ...accept, action: 'assign', language },
      pending,
    );
    expect([result.message, requests]).toEqual([message, []]);
  });

  it.each([
    ['no-such-platform', 'accept', 'action.unknown_platform'],
    ['__proto__', 'accept', 'action.unknown_platform'],
    ['ilert', 'constructor', 'action.unknown_action'],
    ['ilert', 'snooze', 'action.not_supported'],
  ])('of %s %s', async (platform, action, code) => {
    const { result, requests } = await performed({ ...accept, platform, action }, pending);
    expect([result.ok, result.code, requests]).toEqual([false, code, []]);
  });
});
