import type { FilterDecision } from './rules';

const EFFECTS: readonly unknown[] = ['announce', 'refresh', 'drop'];

/** What stands beside an alert as its `decision`, read; undefined where it is none. */
export const carriedDecision = (value: unknown): FilterDecision | undefined =>
  typeof value === 'object' &&
  value !== null &&
  'effect' in value &&
  EFFECTS.includes(value.effect) &&
  'reasons' in value &&
  Array.isArray(value.reasons)
    ? (value as FilterDecision)
    : undefined;

/**
 * A filter behind another only takes away: what may only refresh is not announced again, what is
 * silent stays silent. What the earlier one dropped was wired here to be decided anew.
 */
export const narrowed = (decision: FilterDecision, carried: unknown): FilterDecision => {
  const earlier = carriedDecision(carried);
  if (earlier === undefined || earlier.effect === 'drop') return decision;
  const isLess = earlier.effect === 'refresh' && decision.effect === 'announce';
  const isQuieter = earlier.silent === true && !decision.silent;
  if (!isLess && !isQuieter) return decision;
  return {
    ...decision,
    effect: isLess ? 'refresh' : decision.effect,
    silent: true,
    reasons: [...decision.reasons, ...earlier.reasons],
  };
};
