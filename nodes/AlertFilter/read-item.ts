import type { IExecuteFunctions } from 'n8n-workflow';
import {
  type AlertEvent,
  alertFilterFields,
  checkRules,
  type FilterRules,
  filterRulesFrom,
  type Problem,
  readAlertEvent,
} from '../../core/index';
import { readFields } from '../host/field-values';
import { perItem } from '../host/per-item';

export interface Readable {
  readonly event: AlertEvent;
  readonly rules: FilterRules;
}

export type Unreadable = { readonly problem: Problem };

/** The alert of an item and the rules for it, whose values may be expressions. */
export function itemReader(context: IExecuteFunctions): (index: number) => Readable | Unreadable {
  const rulesOf = perItem(context, (index) => {
    const rules = filterRulesFrom(readFields(context, alertFilterFields, index));
    const [problem] = checkRules(rules);
    return { rules, problem };
  });
  return (index) => {
    const { rules, problem } = rulesOf(index);
    if (problem) return { problem };
    const read = readAlertEvent(context.getInputData()[index]?.json);
    return read.ok ? { event: read.event, rules } : { problem: read.problem };
  };
}
