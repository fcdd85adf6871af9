import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../../core/ports';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock whose hands move only when told to; whoever sleeps wakes in the order of time. */
export const steppedClock = (start = Date.UTC(2026, 2, 1)) => {
  let now = start;
  let timers: Timer[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => new Promise((wake) => timers.push({ at: now + ms, wake })),
    random: () => 0.5,
  };
  /** Moves on by so many ms, and through everything that happens meanwhile. */
  const advance = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      await setImmediate();
      const next = timers.toSorted((one, other) => one.at - other.at)[0];
      if (!next || next.at > end) break;
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next.at);
      next.wake();
    }
    now = end;
  };
  return { clock, advance };
};
