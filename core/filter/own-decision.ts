import type { AlertEvent } from '../alert/event';
import { carriedDecision } from './carried';
import { compileFilter } from './evaluate';
import type { FilterDecision, FilterRules } from './rules';

/** `carried` is what stands beside an alert as its `decision`, whatever it is; `now` is in ms. */
export type DecisionOf = (event: AlertEvent, carried: unknown, now: number) => FilterDecision;

/** What a sender does with an event: the word of a filter before it counts, else its own rules. */
export const compileDecision = (ownRules: FilterRules): DecisionOf => {
  const filter = compileFilter(ownRules);
  return (event, carried, now) => carriedDecision(carried) ?? filter(event, { now }).decision;
};
