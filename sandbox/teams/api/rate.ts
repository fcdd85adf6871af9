import {
  type RateRule,
  type RateSettings,
  RateWindow,
  secondsOf,
  type TooMany,
} from '../../judging/rate-window';
import type { ApiError } from './answer';

const rules = (places: readonly number[]): RateRule[] =>
  SECONDS.map((seconds, at) => ({
    words: `${places[at]} in ${seconds} s`,
    places: places[at] ?? 0,
    milliseconds: seconds * 1000,
  }));

const SECONDS = [1, 2, 30, 3600] as const;

const writing = () => rules([7, 8, 60, 1800]);
const reading = () => rules([14, 16, 120, 3600]);

/**
 * For one bot in one thread: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 * All bots of a thread may do twice as much, which the two that work here cannot exceed.
 */
const RULES = {
  'send to conversation': writing(),
  'create conversation': writing(),
  'get conversation members': reading(),
  'get conversations': reading(),
} satisfies Record<string, RateRule[]>;

export type Operation = keyof typeof RULES;

export interface Pace {
  /** Takes a place for a bot in a thread, or says why there is none. */
  enter(operation: Operation, bot: string, thread: string): ApiError | undefined;
  clear(): void;
}

export function openPace(settings: RateSettings): Pace {
  const windows = new Map<RateRule, RateWindow>();
  const windowOf = (rule: RateRule) => {
    const window = windows.get(rule) ?? new RateWindow(rule, settings);
    windows.set(rule, window);
    return window;
  };
  return {
    enter: (operation, bot, thread) => {
      for (const rule of RULES[operation]) {
        const tooMany = windowOf(rule).enter(`${bot} in ${thread}`);
        if (tooMany) return throttled(tooMany);
      }
      return undefined;
    },
    clear: () => windows.clear(),
  };
}

function throttled({ code, reason, waitMilliseconds }: TooMany): ApiError {
  return { code, reason, headers: { 'retry-after': String(secondsOf(waitMilliseconds)) } };
}
