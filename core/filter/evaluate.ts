import type { AlertEvent } from '../alert/event';
import { narrowed } from './carried';
import { brokenRules } from './check-rules';
import { decide, reason, TEST_DECISION } from './decide';
import { compileQuietHours } from './quiet-hours';
import { compileRepeats } from './repeats';
import type { FilterDecision, FilterRules, SeenEvents } from './rules';
import { compileStanding } from './standing';

export interface FilterContext {
  /** ms since the epoch. */
  readonly now: number;
  /** What earlier calls returned; absent at the start. */
  readonly seen?: SeenEvents | undefined;
  /** The decision of a filter before this one, as it stands beside the alert. */
  readonly earlier?: unknown;
}

export interface FilterResult {
  readonly decision: FilterDecision;
  readonly seen: SeenEvents;
}

export type CompiledFilter = (event: AlertEvent, context: FilterContext) => FilterResult;

/** Does once what does not depend on the event. Neither compiling nor the filter ever throws. */
export const compileFilter = (rules: FilterRules): CompiledFilter => {
  const standing = compileStanding(rules);
  const repeats = rules.repeats && compileRepeats(rules.repeats);
  const broken = brokenRules(rules).flatMap(({ rule, message }) => reason(rule, message));
  const quietHours = rules.quietHours && compileQuietHours(rules.quietHours);
  return (event, { now, seen = {}, earlier }) => {
    if (event.type === 'test') return { decision: TEST_DECISION, seen };
    const { failed, notes, matchedRule } = standing(event);
    const repeat = failed.length === 0 ? repeats?.check(event, seen, now) : undefined;
    const quiet = quietHours?.(event, now);
    const failures = [
      ...failed,
      ...reason('repeats', repeat),
      ...reason('quiet-hours', quiet?.effect === 'drop' ? quiet.message : undefined),
    ];
    const own = decide(event, failures, {
      silent: quiet?.effect === 'mute',
      notes: [
        ...broken,
        ...notes,
        ...reason('quiet-hours', quiet?.effect === 'drop' ? undefined : quiet?.message),
      ],
      matchedRule,
    });
    const decision = narrowed(own, earlier);
    const isCounted = repeats !== undefined && decision.effect === 'announce';
    return { decision, seen: isCounted ? repeats.remember(event, seen, now) : seen };
  };
};

/** The same in one call; rules that were compiled before are not compiled again. */
export const evaluateFilter = (
  event: AlertEvent,
  rules: FilterRules,
  context: FilterContext,
): FilterResult => {
  const filter = compiled.get(rules) ?? compileFilter(rules);
  compiled.set(rules, filter);
  return filter(event, context);
};

const compiled = new WeakMap<FilterRules, CompiledFilter>();
