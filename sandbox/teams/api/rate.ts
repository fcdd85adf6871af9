import { type RateRule, type RateSettings, RateWindow, secondsOf } from '../../judging/rate-window';
import type { ApiError } from './answer';

const rules = (places: readonly number[]): RateRule[] =>
  SECONDS.map((seconds, at) => ({
    words: `${places[at]} in ${seconds} s`,
    places: places[at] ?? 0,
    milliseconds: seconds * 1000,
  }));

const SECONDS = [1, 2, 30, 3600] as const;
const twice = (places: readonly number[]) => places.map((count) => 2 * count);

const WRITING = [7, 8, 60, 1800];
const READING = [14, 16, 120, 3600];

/** For one bot, and for all bots of a thread: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const RULES = {
  'send to conversation': { own: rules(WRITING), all: rules(twice(WRITING)) },
  'create conversation': { own: rules(WRITING), all: rules(twice(WRITING)) },
  'get conversation members': { own: rules(READING), all: rules(twice(READING)) },
  'get conversations': { own: rules(READING), all: rules(twice(READING)) },
} satisfies Record<string, { own: RateRule[]; all: RateRule[] }>;

export type Operation = keyof typeof RULES;

export interface Pace {
  /** Takes a place for a bot in a thread, or says why there is none. */
  enter(operation: Operation, bot: string, thread: string): ApiError | undefined;
  clear(): void;
}

export function openPace(settings: RateSettings): Pace {
  const windows = new Map<RateRule, RateWindow>();
  const enter = (rule: RateRule, name: string): ApiError | undefined => {
    const window = windows.get(rule) ?? new RateWindow(rule, settings);
    windows.set(rule, window);
    const tooMany = window.enter(name);
    if (!tooMany) return undefined;
    const { reason, waitMilliseconds } = tooMany;
    return { code: 'rate_limited', reason, headers: retryAfter(secondsOf(waitMilliseconds)) };
  };
  return {
    enter: (operation, bot, thread) => {
      for (const rule of RULES[operation].own) {
        const error = enter(rule, `${bot} in ${thread}`);
        if (error) return error;
      }
      for (const rule of RULES[operation].all) {
        const error = enter(rule, thread);
        if (error) return error;
      }
      return undefined;
    },
    clear: () => windows.clear(),
  };
}

const retryAfter = (seconds: number) => ({ 'retry-after': String(seconds) });
