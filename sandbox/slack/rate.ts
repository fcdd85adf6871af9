import { type RateRule, type RateWindow, secondsOf } from '../judging/rate-window';
import type { Objection } from './refusal';

/** https://docs.slack.dev/apis/web-api/rate-limits; how short a short burst is, nobody says. */
export const rateRule: RateRule = {
  words: 'one a second',
  places: 5,
  milliseconds: 1000,
  oneByOne: true,
};

export function rateObjection(window: RateWindow, channel: string): Objection | undefined {
  const tooMany = window.enter(channel);
  if (!tooMany) return undefined;
  const seconds = String(secondsOf(tooMany.waitMilliseconds));
  return { ...tooMany, headers: { 'retry-after': seconds } };
}
