import type { Objection } from './refusal';

/** One message a second and channel; short bursts pass. https://docs.slack.dev/apis/web-api/rate-limits */
const MILLISECONDS_PER_MESSAGE = 1000;
const BURST = 5;

/** Each message takes a place that opens again one interval after the place before it. */
export class RateWindow {
  readonly #interval: number;
  readonly #now: () => number;
  /** Per channel, the time at which all places are open again. */
  readonly #emptyAt = new Map<string, number>();

  constructor(scale: number, now: () => number) {
    this.#interval = MILLISECONDS_PER_MESSAGE * scale;
    this.#now = now;
  }

  /** Takes a place, or objects and says for how long there is none. */
  enter(channel: string): Objection | undefined {
    const now = this.#now();
    const emptyAt = Math.max(now, this.#emptyAt.get(channel) ?? 0) + this.#interval;
    const wait = emptyAt - now - BURST * this.#interval;
    if (wait > 0) return tooFast(channel, wait);
    this.#emptyAt.set(channel, emptyAt);
    return undefined;
  }

  clear(): void {
    this.#emptyAt.clear();
  }
}

function tooFast(channel: string, wait: number): Objection {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return {
    code: 'rate_limited',
    reason: `${channel} had more messages than one a second; the next may come in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  };
}
