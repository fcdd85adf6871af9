import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterOne, capacity, dueAt, paceOf } from '../../../core/delivery/cards/pace';

/** Sends as fast as allowed, asked at the given pauses. */
const timesOf = (rate: Parameters<typeof paceOf>[0], pauses: readonly number[]): number[] => {
  const pace = paceOf(rate);
  const times: number[] = [];
  let now = 0;
  let nextAt = 0;
  for (const pause of pauses) {
    now = Math.max(now + pause, dueAt(nextAt, pace));
    times.push(now);
    nextAt = afterOne(nextAt, now, pace);
  }
  return times;
};

const rates = fc
  .record({
    requests: fc.integer({ min: 1, max: 60 }),
    perMs: fc.integer({ min: 100, max: 60_000 }),
  })
  .chain((rate) => fc.integer({ min: 1, max: rate.requests }).map((burst) => ({ ...rate, burst })));

describe('the pace of a destination', () => {
  it('lets the first message go at once', () => {
    expect(dueAt(0, paceOf({ requests: 20, perMs: 60_000, burst: 5 }))).toBeLessThanOrEqual(0);
  });

  it('never sends more than the rate in any window, whatever the burst', () => {
    fc.assert(
      fc.property(
        rates,
        fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 150 }),
        (rate, pauses) => {
          const times = timesOf(rate, pauses);
          for (const start of times) {
            const inWindow = times.filter((time) => time >= start && time < start + rate.perMs - 1);
            expect(inWindow.length).toBeLessThanOrEqual(rate.requests);
          }
        },
      ),
    );
  });

  it('allows a burst after a pause', () => {
    const times = timesOf({ requests: 20, perMs: 60_000, burst: 5 }, [0, 0, 0, 0, 0, 0]);
    expect(times.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(times[5]).toBe(3750);
  });

  it('tells how many may go within a time', () => {
    const pace = paceOf({ requests: 20, perMs: 60_000, burst: 5 });
    expect(capacity(0, 1_000_000, 10_000, pace)).toBe(7);
    expect(capacity(1_000_000 + 60_000, 1_000_000, 10_000, pace)).toBe(0);
    expect(capacity(0, 1_000_000, 10_000, paceOf({ requests: 1, perMs: 1000 }))).toBe(11);
  });
});
