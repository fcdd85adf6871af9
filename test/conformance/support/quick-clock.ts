import type { Clock } from '../../../core/ports';

/** Wakes at once and keeps the time it was asked to sleep, in ms. */
export const quickClock = () => {
  let slept = 0;
  const clock: Clock = {
    now: () => Date.now() + slept,
    sleep: async (ms) => {
      slept += ms;
    },
    random: () => 0,
  };
  return { clock, slept: () => slept };
};
