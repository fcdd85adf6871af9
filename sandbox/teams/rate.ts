import { type RateRule, type RateWindow, secondsOf } from '../judging/rate-window';
import type { Objection } from './refusal';

/** https://learn.microsoft.com/connectors/teams/#throttling-limits */
export const rateRule: RateRule = { words: '100 in a minute', places: 100, milliseconds: 60_000 };

export function rateObjection(window: RateWindow, channel: string): Objection | undefined {
  const tooMany = window.enter(channel);
  if (!tooMany) return undefined;
  return { ...tooMany, headers: { 'retry-after': String(secondsOf(tooMany.waitMilliseconds)) } };
}
