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

export interface Readable {
  readonly event: AlertEvent;
  readonly rules: FilterRules;
}

export type Unreadable = { readonly problem: Problem };

/** The alert of one item and the rules for it, whose values may be expressions. */
export function readItem(context: IExecuteFunctions, index: number): Readable | Unreadable {
  const rules = filterRulesFrom(readFields(context, alertFilterFields, index));
  const [problem] = checkRules(rules);
  if (problem) return { problem };
  const read = readAlertEvent(context.getInputData()[index]?.json);
  return read.ok ? { event: read.event, rules } : { problem: read.problem };
}
