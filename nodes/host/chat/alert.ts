import type { IExecuteFunctions } from 'n8n-workflow';
import {
  type AlertEvent,
  applyEvent,
  defineAlert,
  definedAlertFields,
  evaluateFilter,
  type FilterDecision,
  filterRulesFrom,
  readAlertEvent,
} from '../../../core/index';
import { decisionOf } from '../alert-input';
import { readFields } from '../field-values';

/** The alert of one item, the item's other values, and what is to become of it. */
export interface Chosen {
  readonly json: object;
  readonly event: AlertEvent;
  readonly decision?: FilterDecision;
}

/** Undefined where the item is not an alert. */
export function alertOf(
  context: IExecuteFunctions,
  index: number,
  now: number,
): Chosen | undefined {
  return context.getNodeParameter('alertSource', index) === 'define'
    ? definedAlert(context, index, now)
    : inputAlert(context, index, now);
}

export const stateOf = (event: AlertEvent) => applyEvent(undefined, event).state;

function definedAlert(context: IExecuteFunctions, index: number, now: number): Chosen {
  const event = defineAlert(readFields(context, definedAlertFields, index), now);
  return { json: event, event };
}

function inputAlert(context: IExecuteFunctions, index: number, now: number): Chosen | undefined {
  const item = context.getInputData()[index];
  const event = item && readAlertEvent(item.json);
  if (!event) return undefined;
  return {
    json: item.json,
    event,
    decision: decisionOf(item) ?? ownDecision(context, event, index, now),
  };
}

/** Without a filter before it, the node announces the events chosen in its own list. */
const ownDecision = (
  context: IExecuteFunctions,
  event: AlertEvent,
  index: number,
  now: number,
): FilterDecision => {
  const rules = filterRulesFrom({ events: context.getNodeParameter('events', index) });
  return evaluateFilter(event, rules, { now, seen: {} }).decision;
};
