export interface RateRule {
  /** The rule as people say it, for example `one a second`. */
  words: string;
  /** How many messages find a place. */
  places: number;
  /** How long a message keeps its place. */
  milliseconds: number;
  /** Places open again one after the other, so that a burst is paid back; otherwise each by itself. */
  oneByOne?: boolean;
  /** For how long nothing passes once there was a message too many; nothing extends it. */
  blockMilliseconds?: number;
}

/** The settings of a running sandbox that bear on time. */
export interface RateSettings {
  /** Multiplies every length of time; 0 switches the window off. */
  rateWindowScale: number;
  now: () => number;
}

/** A message too many. Every platform has a refusal with this code, so that tests can look for it. */
export interface TooMany {
  code: 'rate_limited';
  reason: string;
  waitMilliseconds: number;
}

/** Each message takes a place; a message that finds none is one too many. */
export class RateWindow {
  readonly #rule: RateRule;
  readonly #scale: number;
  readonly #now: () => number;
  readonly #opensAt = new Map<string, number[]>();
  readonly #blockedUntil = new Map<string, number>();

  constructor(rule: RateRule, { rateWindowScale, now }: RateSettings) {
    this.#rule = rule;
    this.#scale = rateWindowScale;
    this.#now = now;
  }

  /** Takes a place in the window of a channel, robot or flow, or says for how long there is none. */
  enter(name: string): TooMany | undefined {
    const now = this.#now();
    const taken = (this.#opensAt.get(name) ?? []).filter((opensAt) => opensAt > now);
    const until = this.#closedUntil(name, now, taken);
    if (until > now) return this.#tooMany(name, until - now);
    const keeps = this.#rule.milliseconds * this.#scale;
    const since = this.#rule.oneByOne ? Math.max(now, ...taken) : now;
    this.#opensAt.set(name, [...taken, since + keeps]);
    return undefined;
  }

  clear(): void {
    this.#opensAt.clear();
    this.#blockedUntil.clear();
  }

  #closedUntil(name: string, now: number, taken: number[]): number {
    const blockedUntil = this.#blockedUntil.get(name) ?? 0;
    if (blockedUntil > now || taken.length < this.#rule.places) return blockedUntil;
    const block = (this.#rule.blockMilliseconds ?? 0) * this.#scale;
    if (block === 0) return Math.min(...taken);
    this.#blockedUntil.set(name, now + block);
    return now + block;
  }

  #tooMany(name: string, waitMilliseconds: number): TooMany {
    const seconds = secondsOf(waitMilliseconds);
    const reason = `${name} had more messages than ${this.#rule.words}; the next may come in ${seconds} s.`;
    return { code: 'rate_limited', reason, waitMilliseconds };
  }
}

/** Whole seconds to wait, as `Retry-After` counts them; at least one. */
export function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
