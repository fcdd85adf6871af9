import { describe, expect, it } from '@jest/globals';
import { defineAlert } from '../../../core/alert/define-alert';
import { readAlertEvent } from '../../../core/alert/read-event';
import { testEvent } from '../../../core/alert/test-event';

const NOW = Date.UTC(2026, 4, 2, 9, 0);

describe('defineAlert', () => {
  it('makes an open alert of a title alone', () => {
    const event = defineAlert({ title: 'Disk full' }, NOW);
    expect(event).toMatchObject({
      type: 'created',
      platform: 'manual',
      occurredAt: '2026-05-02T09:00:00.000Z',
      alert: { title: 'Disk full', status: 'open', severity: 'high', startedAt: event.occurredAt },
    });
    expect(readAlertEvent(event)).toEqual({ ok: true, event });
  });

  it.each([
    ['open', 'created'],
    ['acknowledged', 'accepted'],
    ['resolved', 'resolved'],
  ] as const)('status %s and event %s belong together', (status, type) => {
    expect(defineAlert({ title: 'x', status }, NOW).type).toBe(type);
    expect(defineAlert({ title: 'x', eventType: type }, NOW).alert.status).toBe(status);
  });

  it('is the same event for the same content and time only', () => {
    const input = { title: 'x', labels: { a: '1' } };
    const { id } = defineAlert(input, NOW);
    expect(defineAlert({ ...input }, NOW).id).toBe(id);
    expect(defineAlert(input, NOW + 1).id).not.toBe(id);
    expect(defineAlert({ ...input, labels: { a: '2' } }, NOW).id).not.toBe(id);
  });

  it('keeps an alert id, and without one makes a new alert each time', () => {
    const known = { title: 'x', alertId: 'db-1' };
    expect(defineAlert(known, NOW).alert.id).toBe('db-1');
    expect(defineAlert({ title: 'x', alertId: '' }, NOW).alert.id).not.toBe(
      defineAlert({ title: 'x' }, NOW + 1).alert.id,
    );
  });

  it('leaves out what is no web address, and names what has no title', () => {
    const { alert } = defineAlert({ title: ' ', url: 'javascript:alert(1)' }, NOW);
    expect(alert.title).toBe('Untitled alert');
    expect(alert.url).toBeUndefined();
  });

  it('takes any clock', () => {
    expect(defineAlert({ title: 'x' }, Number.NaN).occurredAt).toBe('1970-01-01T00:00:00.000Z');
  });
});

it('testEvent says where it went', () => {
  const event = testEvent(NOW, { chat: 'Slack' });
  expect(event).toMatchObject({ type: 'test', alert: { status: 'open', severity: 'info' } });
  expect(event.alert.description).toContain('Slack');
});
