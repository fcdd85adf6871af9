import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextWait } from '../../../core/delivery/retry';

const situation = { attempt: 1, elapsedMs: 0, maxWaitMs: 30_000, random: 0 };

describe('nextWait', () => {
  it('doubles', () => {
    const waits = [1, 2, 3, 4].map((attempt) => nextWait({ ...situation, attempt }).waitMs);
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it('is never sooner than the chat asked, and spreads those who were asked together', () => {
    expect(nextWait({ ...situation, afterMs: 5000 }).waitMs).toBe(5000);
    expect(nextWait({ ...situation, afterMs: 5000, random: 0.5 }).waitMs).toBe(5625);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -5, 0])('takes %d as no wish', (afterMs) => {
    expect(nextWait({ ...situation, afterMs }).waitMs).toBe(1000);
  });

  it('may end exactly at the limit and not after it', () => {
    expect(nextWait({ ...situation, elapsedMs: 29_000 }).giveUp).toBe(false);
    expect(nextWait({ ...situation, elapsedMs: 29_001 }).giveUp).toBe(true);
    expect(nextWait({ ...situation, elapsedMs: Number.NaN }).giveUp).toBe(true);
  });

  it('never waits longer than allowed in all, and ends', () => {
    const wishes = fc.array(fc.option(fc.integer({ min: -10, max: 100_000 }), { nil: undefined }));
    fc.assert(
      fc.property(wishes, fc.double({ min: 0, max: 0.999, noNaN: true }), (asked, random) => {
        let elapsedMs = 0;
        for (let attempt = 1; ; attempt += 1) {
          const afterMs = asked[attempt - 1];
          const { waitMs, giveUp } = nextWait({
            ...situation,
            attempt,
            afterMs,
            elapsedMs,
            random,
          });
          if (giveUp) return attempt <= 10;
          elapsedMs += waitMs;
          expect(elapsedMs).toBeLessThanOrEqual(situation.maxWaitMs);
        }
      }),
    );
  });
});
