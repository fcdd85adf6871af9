import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import type { AlertEvent } from '../../../core/alert/event';
import type { AlertState } from '../../../core/alert/state';
import { sampleEvents } from '../../../core/oncall/index';
import { flashdutyBody as body, flashdutyEvent as event } from './requests';

const START = 1_780_314_000_250;
const at = (minute: number, event_type: string, incident: object = {}, more: object = {}) =>
  event(
    body(incident, {
      event_id: `${event_type}-${minute}`,
      event_type,
      event_time: START + minute * 60_000,
      ...more,
    }),
  );

const told = (...events: AlertEvent[]): { state: AlertState; changes: string[] } => {
  let state: AlertState | undefined;
  const changes = events.map((next) => {
    const applied = applyEvent(state, next);
    state = applied.state;
    return applied.change;
  });
  if (state === undefined) throw new Error('a story has an event');
  return { state, changes };
};

const created = at(0, 'i_new');
const accepted = at(
  5,
  'i_ack',
  { progress: 'Processing', ack_time: 1_780_314_300 },
  { person: { person_id: 1, person_name: 'Noor', email: '' } },
);

describe('a story', () => {
  it('takes the same event once', () => {
    const { state, changes } = told(created, accepted, accepted);
    expect(changes).toEqual(['new', 'changed', 'same']);
    expect(state.timeline).toHaveLength(2);
  });

  it('does not go back for an older event that comes after a newer one', () => {
    const late = at(3, 'i_r_title', { title: 'Mail queue' });
    const { state, changes } = told(created, accepted, late);
    expect(changes).toEqual(['new', 'changed', 'late']);
    expect(state.latest.alert).toMatchObject({ status: 'acknowledged', title: 'Mail queue grows' });
    expect(state.timeline.map(({ type }) => type)).toEqual(['created', 'updated', 'accepted']);
    expect(state.acceptedBy).toBe('Noor');
  });

  it('stays resolved when the escalation of a moment before comes late', () => {
    const resolved = at(9, 'i_rslv', { progress: 'Closed', close_time: 1_780_314_540 });
    const escalated = at(8, 'i_assign', { assigned_to: { type: 'escalate', layer_idx: 1 } });
    const { state, changes } = told(created, resolved, escalated);
    expect(changes).toEqual(['new', 'changed', 'late']);
    expect(state).toMatchObject({ escalationLevel: 2, latest: { alert: { status: 'resolved' } } });
  });

  it('is over and goes on, as the samples tell', () => {
    const [first, ...rest] = sampleEvents('flashduty').filter(({ rawType }) =>
      rawType.startsWith('i_'),
    );
    const { state, changes } = told(first, ...rest);
    expect(changes).toEqual([
      'new',
      ...rest.map(({ type }) => (type === 'reopened' ? 'reopened' : 'changed')),
    ]);
    expect(state).toMatchObject({
      episode: 1,
      escalationLevel: 2,
      latest: { type: 'resolved', automatic: true, alert: { status: 'resolved' } },
    });
    expect(state.timeline.find(({ type }) => type === 'escalated')).toMatchObject({
      automatic: true,
      level: 2,
      to: ['王伟'],
    });
    expect(state.timeline.find(({ type }) => type === 'accepted')?.by).toBe('王伟');
  });
});
