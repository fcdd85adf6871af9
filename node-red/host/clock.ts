import type { Clock } from '../../core/index';

/** A clock whose waits end, with an error, when the signal does. */
export const createClock = (
  signal: AbortSignal,
  onSleep: (ms: number) => void = () => {},
): Clock => ({
  now: Date.now,
  random: Math.random,
  sleep: (ms) => {
    onSleep(ms);
    return wait(ms, signal);
  },
});

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
