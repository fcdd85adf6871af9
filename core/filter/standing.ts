import type { AlertEvent } from '../alert/event';
import type { Check } from './check';
import { reason } from './decide';
import { compileEvents } from './events';
import { compileLabels } from './labels';
import type { FilterReason, FilterRules } from './rules';
import { compileSeverity } from './severity';
import { compileSource } from './source';

export interface Standing {
  readonly failed: readonly FilterReason[];
  /** What could not be evaluated, also where another group holds. */
  readonly notes: readonly FilterReason[];
  readonly matchedRule?: string | undefined;
}

/** The rules that look at nothing but the event. */
export const compileStanding = (rules: FilterRules): ((event: AlertEvent) => Standing) => {
  const checks: [string, Check][] = [['events', compileEvents(rules.events)]];
  if (rules.severity) checks.push(['severity', compileSeverity(rules.severity)]);
  if (rules.source) checks.push(['source', compileSource(rules.source)]);
  const labels = rules.labels && compileLabels(rules.labels);
  return (event) => {
    const failed = checks.flatMap(([rule, check]) => reason(rule, check(event)));
    const verdict = labels?.(event);
    const group = verdict?.matchedGroup;
    return {
      failed: [...failed, ...reason('labels', verdict?.failure)],
      notes: verdict?.notes.flatMap((note) => reason('labels', note)) ?? [],
      matchedRule: group === undefined ? undefined : `labels ${group}`,
    };
  };
};
