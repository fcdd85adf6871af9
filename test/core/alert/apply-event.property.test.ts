import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AlertEvent, AlertStatus, EventType } from '../../../core/alert/event';
import { anEvent, at, tell } from './events';

/** What an alert may do next, and where that leaves it: a platform that contradicts itself never. */
const NEXT: Readonly<Record<AlertStatus, readonly [EventType, AlertStatus][]>> = {
  open: [
    ['escalated', 'open'],
    ['assigned', 'open'],
    ['accepted', 'acknowledged'],
    ['resolved', 'resolved'],
  ],
  acknowledged: [
    ['comment-added', 'acknowledged'],
    ['unaccepted', 'open'],
    ['resolved', 'resolved'],
  ],
  resolved: [
    ['comment-added', 'resolved'],
    ['reopened', 'open'],
  ],
};

const story = fc.array(fc.nat({ max: 11 }), { maxLength: 12 }).map((choices) => {
  const events: AlertEvent[] = [anEvent({ alert: { startedAt: at(0) } })];
  let status: AlertStatus = 'open';
  for (const [minute, choice] of choices.entries()) {
    const ways = NEXT[status];
    const [type, next] = ways[choice % ways.length] as [EventType, AlertStatus];
    status = next;
    events.push(anEvent({ type, occurredAt: at(minute + 1), alert: { status, startedAt: at(0) } }));
  }
  return { events, status };
});

const shuffled = story.chain(({ events, status }) =>
  fc
    .shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
    .map((order) => ({ events, order, status })),
);

it('ends with the same status, people and lines in whatever order events arrive', () => {
  fc.assert(
    fc.property(shuffled, ({ events, order, status }) => {
      const inOrder = tell(...events);
      const outOfOrder = tell(...order);
      expect(inOrder.latest.alert.status).toBe(status);
      expect(outOfOrder.latest.alert.status).toBe(status);
      expect(outOfOrder.latest.id).toBe(events.at(-1)?.id);
      expect(outOfOrder.timeline.map(({ eventId }) => eventId)).toEqual(
        inOrder.timeline.map(({ eventId }) => eventId),
      );
      expect(outOfOrder.acceptedAt).toBe(inOrder.acceptedAt);
    }),
    { numRuns: 500 },
  );
});

it('does not care how often an event is delivered', () => {
  fc.assert(
    fc.property(shuffled, ({ order }) => {
      const once = tell(...order);
      expect(tell(...order, ...order)).toEqual(once);
    }),
  );
});

const wild = fc
  .record({
    type: fc.constantFrom<EventType>(
      'created',
      'accepted',
      'resolved',
      'reopened',
      'other',
      'merged',
    ),
    minute: fc.nat({ max: 5 }),
    status: fc.constantFrom<AlertStatus>('open', 'acknowledged', 'resolved'),
    start: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  })
  .map(({ type, minute, status, start }) =>
    anEvent({
      type,
      occurredAt: at(minute),
      alert: { status, ...(start !== undefined && { startedAt: at(start) }) },
    }),
  );

it('keeps its own rules whatever a platform sends', () => {
  fc.assert(
    fc.property(fc.array(wild, { minLength: 1, maxLength: 70 }), (events) => {
      const { timeline, latest, episode, resolvedAt } = tell(...events);
      const times = timeline.map(({ occurredAt }) => occurredAt);
      expect(times).toEqual(times.toSorted());
      expect(timeline.length).toBeLessThanOrEqual(50);
      expect(episode).toBeGreaterThanOrEqual(1);
      expect(resolvedAt !== undefined).toBe(latest.alert.status === 'resolved');
    }),
  );
});
