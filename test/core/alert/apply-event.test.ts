import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import { anEvent, at, tell, tellAll } from './events';

const created = anEvent({ occurredAt: at(0), alert: { startedAt: at(0) } });
const accepted = anEvent({
  type: 'accepted',
  occurredAt: at(4),
  actor: { kind: 'user', name: 'Mira' },
});
const resolved = anEvent({
  type: 'resolved',
  occurredAt: at(9),
  actor: { kind: 'user', name: 'Tom' },
});

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
};

describe('a story in order', () => {
  it('knows who did what, and when', () => {
    const { state, changes } = tellAll(created, accepted, resolved);
    expect(changes).toEqual(['new', 'changed', 'changed']);
    expect(state).toMatchObject({
      episode: 1,
      acceptedBy: 'Mira',
      acceptedAt: at(4),
      resolvedBy: 'Tom',
      resolvedAt: at(9),
      latest: { id: resolved.id, alert: { status: 'resolved' } },
    });
    expect(state.timeline.map(({ type }) => type)).toEqual(['created', 'accepted', 'resolved']);
  });

  it('names whom an escalation newly concerns, and its level', () => {
    const mira = { id: '1', name: 'Mira' };
    const first = anEvent({ type: 'assigned', occurredAt: at(1), assignees: [mira] });
    const second = anEvent({
      type: 'escalated',
      occurredAt: at(2),
      automatic: true,
      assignees: [mira, { id: '2', username: 'tom' }],
      escalation: { level: 2 },
    });
    const state = tell(created, first, second);
    expect(state.timeline.map(({ to }) => to)).toEqual([undefined, ['Mira'], ['tom']]);
    expect(state.escalationLevel).toBe(2);
    expect(tell(created, first, second, accepted).escalationLevel).toBe(2);
  });

  it('takes who accepted from the assignees where no event told it', () => {
    const comment = anEvent({
      type: 'comment-added',
      alert: { status: 'acknowledged' },
      assignees: [{ name: 'Ana' }, { name: 'Mira', status: 'accepted', acceptedAt: at(3) }],
    });
    expect(tell(comment)).toMatchObject({ acceptedBy: 'Mira', acceptedAt: at(3) });
  });

  it('forgets the acceptance when it is taken back', () => {
    const back = anEvent({ type: 'unaccepted', occurredAt: at(5) });
    const state = tell(created, accepted, back);
    expect(state.acceptedBy).toBeUndefined();
    expect(state.latest.alert.status).toBe('open');
  });
});

describe('events out of order', () => {
  it('only add their line when they come late', () => {
    const { state, changes } = tellAll(created, resolved, accepted);
    expect(changes).toEqual(['new', 'changed', 'late']);
    expect(state.latest.id).toBe(resolved.id);
    expect(state.timeline.map(({ type }) => type)).toEqual(['created', 'accepted', 'resolved']);
    expect(state).toMatchObject({ acceptedBy: 'Mira', resolvedBy: 'Tom' });
  });

  it('fill what the newer ones did not know', () => {
    const rich = anEvent({ alert: { description: 'why', labels: { team: 'db' } } });
    const { description, labels } = tell(resolved, rich).latest.alert;
    expect({ description, labels }).toEqual({ description: 'why', labels: { team: 'db' } });
  });

  it('are the same when they come twice', () => {
    const { state } = tellAll(created, accepted, resolved);
    for (const again of [created, accepted, resolved]) {
      expect(applyEvent(state, again)).toEqual({ state, change: 'same' });
    }
  });

  it('within one second go by resolved, acknowledged, open', () => {
    const second = at(2);
    const events = [
      anEvent({ type: 'resolved', occurredAt: second }),
      anEvent({ type: 'accepted', occurredAt: second }),
      anEvent({ type: 'assigned', occurredAt: second }),
    ];
    for (const order of [events, events.toReversed()]) {
      const state = tell(...order);
      expect(state.latest.alert.status).toBe('resolved');
      expect(state.timeline.map(({ type }) => type)).toEqual(['assigned', 'accepted', 'resolved']);
    }
  });

  it('never hide a resolve whose clock was slow', () => {
    const slow = anEvent({ type: 'resolved', occurredAt: at(3) });
    const { state, changes } = tellAll(created, accepted, slow);
    expect(changes.at(-1)).toBe('changed');
    expect(state.latest.alert.status).toBe('resolved');
    expect(state.latest.id).toBe(accepted.id);
  });
});

describe('a resolved alert', () => {
  const over = tell(created, accepted, resolved);

  it.each(['accepted', 'escalated', 'assigned', 'updated', 'comment-added'] as const)(
    'stays resolved after %s',
    (type) => {
      const { state } = applyEvent(over, anEvent({ type, occurredAt: at(20) }));
      expect(state.latest.alert.status).toBe('resolved');
      expect(state.resolvedBy).toBe('Tom');
    },
  );

  it('is left by reopened, in the same episode', () => {
    const { state, change } = applyEvent(over, anEvent({ type: 'reopened', occurredAt: at(20) }));
    expect(change).toBe('reopened');
    expect(state).toMatchObject({ episode: 1, latest: { alert: { status: 'open' } } });
    expect(state.resolvedAt).toBeUndefined();
    expect(state.acceptedBy).toBeUndefined();
    expect(state.latest.alert.resolvedAt).toBeUndefined();
  });

  it('is left by reopened within the same second, in whatever order they come', () => {
    const end = anEvent({ type: 'resolved', occurredAt: at(9) });
    const again = anEvent({ type: 'reopened', occurredAt: at(9) });
    expect(tell(created, end, again).latest.alert.status).toBe('open');
    expect(tell(created, again, end).latest.alert.status).toBe('open');
  });

  it.each([
    [
      'a start after the resolve',
      { type: 'created', occurredAt: at(30), alert: { startedAt: at(29) } },
    ],
    ['created after the resolve', { type: 'created', occurredAt: at(30) }],
    [
      'another event of a later start',
      { type: 'escalated', occurredAt: at(31), alert: { startedAt: at(29) } },
    ],
  ] as const)('lives anew with %s', (_name, parts) => {
    const { state, change } = applyEvent(over, anEvent(parts));
    expect(change).toBe('new');
    expect(state).toMatchObject({ episode: 2, latest: { alert: { status: 'open' } } });
    expect(state.timeline).toHaveLength(1);
    expect(state.resolvedAt).toBeUndefined();
  });

  it('does not live anew when its own start is only told late', () => {
    const late = anEvent({ occurredAt: at(30), alert: { startedAt: at(0) } });
    const { state, change } = applyEvent(over, late);
    expect(change).toBe('late');
    expect(state.latest.alert.status).toBe('resolved');
  });

  it('in its next episode takes no lines of the last one', () => {
    const again = tell(created, resolved, anEvent({ occurredAt: at(30) }));
    const { state, change } = applyEvent(again, accepted);
    expect(change).toBe('late');
    expect(state).toBe(again);
  });
});

describe('facts', () => {
  it('are not erased by an event that carries fewer', () => {
    const rich = anEvent({
      origin: { id: '7', name: 'Prometheus' },
      escalation: { policyName: 'Night', level: 1 },
      assignees: [{ name: 'Mira' }],
      capabilities: ['accept'],
      alert: {
        description: 'why',
        url: 'https://alerts.example.com/5501',
        severity: 'critical',
        labels: { team: 'db' },
        fields: { a: 1 },
        links: [{ href: 'https://wiki.example.com' }],
        images: [{ src: 'https://img.example.com/1.png' }],
      },
    });
    const poor = anEvent({ type: 'resolved', occurredAt: at(1), alert: { severity: 'unknown' } });
    const { latest } = tell(rich, poor);
    expect(latest).toMatchObject({
      origin: rich.origin,
      escalation: rich.escalation,
      assignees: rich.assignees,
      capabilities: rich.capabilities,
      alert: { ...rich.alert, status: 'resolved' },
    });
  });

  it('that are over are not kept', () => {
    const snoozed = anEvent({
      type: 'snoozed',
      occurredAt: at(1),
      alert: { snoozedUntil: at(60) },
    });
    const woken = anEvent({ type: 'unsnoozed', occurredAt: at(2) });
    expect(tell(created, snoozed).latest.alert.snoozedUntil).toBe(at(60));
    expect(tell(created, snoozed, woken).latest.alert.snoozedUntil).toBeUndefined();
    expect(tell(created, woken, snoozed).latest.alert.snoozedUntil).toBeUndefined();
    const comment = anEvent({ type: 'comment-added', occurredAt: at(3) });
    expect(tell(created, woken, comment, snoozed).latest.alert.snoozedUntil).toBeUndefined();
  });

  it('belong to one event: comment and change do not stay', () => {
    const comment = anEvent({ type: 'comment-added', occurredAt: at(1), comment: { text: 'hm' } });
    expect(tell(created, comment, accepted).latest.comment).toBeUndefined();
  });
});

describe('the timeline', () => {
  const comments = Array.from({ length: 80 }, (_, minute) =>
    anEvent({ type: 'comment-added', occurredAt: at(10 + minute), comment: { text: `${minute}` } }),
  );

  it('keeps the first and the newest lines, and still knows who accepted', () => {
    const { timeline, acceptedBy } = tell(
      created,
      accepted,
      ...comments.map((comment) => ({
        ...comment,
        alert: { ...comment.alert, status: 'acknowledged' as const },
      })),
    );
    expect(timeline).toHaveLength(50);
    expect(timeline[0]?.type).toBe('created');
    expect(timeline[1]?.text).toBe('31');
    expect(timeline.at(-1)?.text).toBe('79');
    expect(acceptedBy).toBe('Mira');
  });

  it('shortens long comments without breaking a character', () => {
    const long = anEvent({ type: 'comment-added', comment: { text: '😀'.repeat(1000) } });
    const text = tell(created, long).timeline.at(-1)?.text ?? '';
    expect(text.length).toBe(500);
    expect(text.endsWith('…')).toBe(true);
  });
});

it('changes nothing it was given', () => {
  const state = deepFreeze(tell(created, accepted));
  expect(() => applyEvent(state, deepFreeze(resolved))).not.toThrow();
  expect(() => applyEvent(state, deepFreeze(anEvent({ occurredAt: at(1) })))).not.toThrow();
});
