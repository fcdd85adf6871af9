import { setImmediate } from 'node:timers/promises';

/** A clock whose hands move only when told to; whoever sleeps wakes in the order of time. */
export function steppedClock() {
  let now = Date.UTC(2026, 2, 1);
  let timers = [];
  const sleep = (ms) => new Promise((wake) => timers.push({ at: now + ms, wake }));
  const advance = async (ms) => {
    const end = now + ms;
    for (;;) {
      await setImmediate();
      const [next] = timers.toSorted((one, other) => one.at - other.at);
      if (!next || next.at > end) break;
      timers = timers.filter((timer) => timer !== next);
      now = next.at;
      next.wake();
    }
    now = end;
  };
  return { clock: { now: () => now, sleep, random: () => 0.5 }, advance };
}
