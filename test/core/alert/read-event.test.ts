import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAlertEvent } from '../../../core/alert/read-event';
import { anEvent, at } from './events';

const full = anEvent({
  type: 'escalated',
  account: 'acme',
  actor: { kind: 'system', name: 'ilert' },
  origin: { id: '7', name: 'Prometheus', type: 'PROMETHEUS' },
  escalation: { policyId: '1', policyName: 'Night', level: 2, endedAt: at(3) },
  assignees: [{ id: '1', name: 'Mira', status: 'accepted', acceptedAt: at(1) }],
  comment: { id: '1', text: 'hm', author: 'Mira' },
  change: { field: 'priority', from: 'LOW', to: 'HIGH' },
  group: { key: 'g', size: 3 },
  capabilities: ['accept', 'resolve'],
  raw: { anything: [1] },
  alert: {
    key: 'k',
    url: 'https://alerts.example.com/1',
    urgency: 'high',
    startedAt: at(0),
    labels: { team: 'db' },
    fields: { severity: 2 },
    links: [{ href: 'https://wiki.example.com', text: 'Wiki' }],
    images: [{ src: 'https://img.example.com/1.png' }],
  },
});

describe('readAlertEvent', () => {
  it('gives back an event as it was, without the keys beside it', () => {
    expect(readAlertEvent(full)).toEqual({ ok: true, event: full });
    const item = { ...full, decision: { effect: 'announce' }, delivery: {}, messageRef: 1 };
    expect(readAlertEvent(item)).toEqual({ ok: true, event: full });
  });

  it('fills harmless gaps', () => {
    const item = { type: 'resolved', occurredAt: 1_777_712_400, alert: { id: 55, title: 'Down' } };
    const result = readAlertEvent(item);
    expect(result).toMatchObject({
      ok: true,
      event: {
        schemaVersion: 1,
        occurredAt: '2026-05-02T09:00:00.000Z',
        receivedAt: '2026-05-02T09:00:00.000Z',
        platform: 'unknown',
        assignees: [],
        alert: { id: '55', status: 'resolved', severity: 'unknown', labels: {}, links: [] },
      },
    });
    expect(readAlertEvent(item)).toEqual(result);
  });

  it('repairs what has the wrong type', () => {
    const result = readAlertEvent({
      ...full,
      type: 'exploded',
      assignees: 'Mira',
      alert: {
        ...full.alert,
        severity: 'page',
        labels: { a: 1, b: null, c: {} },
        links: [{ href: 'javascript:1' }],
      },
    });
    expect(result).toMatchObject({
      event: {
        type: 'other',
        assignees: [],
        alert: { severity: 'critical', labels: { a: '1' }, links: [] },
      },
    });
  });

  it.each<[string, unknown, string]>([
    ['no object', 'text', 'it is not an object'],
    ['null', null, 'it is not an object'],
    ['a list', [full], 'it is not an object'],
    ['an empty item', {}, 'it has no type, no occurredAt, no alert.'],
    [
      'an alert without id and title',
      { ...full, alert: {} },
      'it has no alert.id, no alert.title.',
    ],
    ['an item without a time', { ...full, occurredAt: 'x', receivedAt: 0 }, 'no occurredAt'],
    ['another schema', { ...full, schemaVersion: 2 }, 'schemaVersion other than 1'],
  ])('refuses %s and says why', (_name, item, why) => {
    const result = readAlertEvent(item);
    expect(result).toMatchObject({
      ok: false,
      problem: {
        code: 'alert.not_an_alert_event',
        message: expect.stringContaining(why),
        hint: "Wire an alert trigger before this node, and nothing between them that reshapes the alert. The node of a chat can also describe one itself: choose 'Define Below' there.",
      },
    });
  });

  it('never throws, and what it reads it reads again as the same', () => {
    const keys = Object.fromEntries(Object.keys(full).map((key) => [key, fc.jsonValue()]));
    const broken = fc.record(keys, { requiredKeys: [] }).map((parts) => ({ ...full, ...parts }));
    fc.assert(
      fc.property(fc.oneof(broken, fc.anything()), (item) => {
        const result = readAlertEvent(item);
        if (result.ok) expect(readAlertEvent(result.event)).toEqual(result);
      }),
    );
  });
});
