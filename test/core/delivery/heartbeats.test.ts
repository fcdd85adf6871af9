import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import { heartbeatIn } from '../../../core/alert/heartbeat-event';
import { hear, listen } from '../../../core/delivery/heartbeats';
import { anEvent } from '../alert/events';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 1);
const beat = (lastAt: number) => ({ name: 'Prometheus', lastAt, expectedEveryMs: 5 * MINUTE });

describe('a source that is expected to be heard', () => {
  it('is no alert as long as it is heard', () => {
    const { beats } = hear(undefined, beat(NOW));
    expect(listen(beats, NOW + 5 * MINUTE).events).toEqual([]);
  });

  it('is an alert once it is silent for too long, and only one', () => {
    const { beats } = hear(undefined, beat(NOW));
    const first = listen(beats, NOW + 6 * MINUTE);
    expect(first.events).toMatchObject([
      {
        type: 'created',
        alert: { status: 'open', severity: 'critical', title: 'No heartbeat from Prometheus' },
      },
    ]);
    expect(listen(first.beats, NOW + 60 * MINUTE).events).toEqual([]);
  });

  it('is resolved when it is heard again, as the same alert', () => {
    const lost = listen(hear(undefined, beat(NOW)).beats, NOW + 6 * MINUTE);
    const back = hear(lost.beats[0], beat(NOW + 30 * MINUTE));
    const [created, resolved] = [lost.events[0], back.events[0]];
    if (!created || !resolved) throw new Error('Both are told.');
    expect(resolved.alert.id).toBe(created.alert.id);
    const { state } = applyEvent(applyEvent(undefined, created).state, resolved);
    expect(state).toMatchObject({ episode: 1, latest: { alert: { status: 'resolved' } } });
    expect(hear(back.beats[0], beat(NOW + 31 * MINUTE)).events).toEqual([]);
  });

  it('is another alert the next time', () => {
    const lost = listen(hear(undefined, beat(NOW)).beats, NOW + 6 * MINUTE);
    const back = hear(lost.beats[0], beat(NOW + 30 * MINUTE));
    const again = listen(back.beats, NOW + 60 * MINUTE);
    expect(again.events[0]?.alert.id).not.toBe(lost.events[0]?.alert.id);
  });
});

describe('a heartbeat is named', () => {
  const origin = { name: 'Prometheus' };
  const heard = (event: Parameters<typeof anEvent>[0]) =>
    heartbeatIn(anEvent(event), 'job', 5 * MINUTE, NOW);

  it('by its label, else by the alert source, else by the platform', () => {
    expect(heard({ origin, alert: { labels: { job: 'watchdog' } } })).toEqual({
      name: 'watchdog',
      lastAt: NOW,
      expectedEveryMs: 5 * MINUTE,
    });
    expect(heard({ origin, alert: { labels: {} } }).name).toBe('Prometheus');
    const { origin: _none, ...nowhere } = anEvent({ platformName: 'ilert' });
    expect(heartbeatIn(nowhere, 'job', 1, NOW).name).toBe('ilert');
  });
});
