import { type RateRule, type RateWindow, secondsOf } from '../judging/rate-window';
import type { Objection } from './refusal';

/**
 * Off by default; these are the defaults where it is on, and they hold for all hooks of a server:
 * https://docs.mattermost.com/administration-guide/configure/rate-limiting-configuration-settings.html
 */
export const rateRule: RateRule = {
  words: 'ten a second',
  places: 100,
  milliseconds: 100,
  oneByOne: true,
};

const SERVER = 'The server';

export function rateObjection(window: RateWindow): Objection | undefined {
  const tooMany = window.enter(SERVER);
  if (!tooMany) return undefined;
  return { ...tooMany, headers: limitExceeded(String(secondsOf(tooMany.waitMilliseconds))) };
}

/** `X-RateLimit-Reset` counts the seconds that remain, although the documents call it a time. */
export function limitExceeded(retryAfter: string): Record<string, string> {
  return {
    'retry-after': retryAfter,
    'x-ratelimit-limit': String(rateRule.places),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': retryAfter,
  };
}
