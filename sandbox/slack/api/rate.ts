import { type RateRule, type RateSettings, RateWindow, secondsOf } from '../../judging/rate-window';
import type { ApiObjection } from './refusal';

const aMinute = (places: number): RateRule => ({
  words: `${places} a minute`,
  places,
  milliseconds: 60_000,
});

/**
 * https://docs.slack.dev/apis/web-api/rate-limits: at least so many a minute, for each method and
 * app. How many hundreds auth.test may have and how short a burst of messages is, nobody says.
 */
export const rates = {
  tier2: aMinute(20),
  tier3: aMinute(50),
  tier4: aMinute(100),
  hundreds: aMinute(300),
  posting: { words: 'one a second', places: 5, milliseconds: 1000, oneByOne: true },
} satisfies Record<string, RateRule>;

export type RateName = keyof typeof rates;

export interface Pace {
  /** Takes a place in the window of a method or a channel, or says why there is none. */
  enter(rate: RateName, name: string): ApiObjection | undefined;
  clear(): void;
}

export function openPace(settings: RateSettings): Pace {
  const windows = new Map<RateName, RateWindow>();
  const windowOf = (rate: RateName) => {
    const window = windows.get(rate) ?? new RateWindow(rates[rate], settings);
    windows.set(rate, window);
    return window;
  };
  return {
    enter: (rate, name) => {
      const tooMany = windowOf(rate).enter(name);
      if (!tooMany) return undefined;
      const headers = { 'retry-after': String(secondsOf(tooMany.waitMilliseconds)) };
      return { ...tooMany, headers };
    },
    clear: () => windows.clear(),
  };
}
