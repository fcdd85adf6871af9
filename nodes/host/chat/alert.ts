import type { IExecuteFunctions } from 'n8n-workflow';
import {
  type AlertEvent,
  applyEvent,
  evaluateFilter,
  type FilterDecision,
  filterRulesFrom,
  type Problem,
  readAlertEvent,
} from '../../../core/index';
import { decisionOf } from '../decision';
import { definedAlert } from './defined';

/** The alert of one item, with the item's other values, and what is to become of it. */
export interface Chosen {
  readonly json: object;
  readonly event: AlertEvent;
  readonly decision?: FilterDecision;
}

export interface Unusable {
  readonly json: object;
  readonly problem: Problem;
}

export function alertOf(context: IExecuteFunctions, index: number, now: number): Chosen | Unusable {
  if (context.getNodeParameter('alertSource', index) !== 'define')
    return inputAlert(context, index, now);
  const event = definedAlert(context, index, now);
  return { json: event, event };
}

export const stateOf = (event: AlertEvent) => applyEvent(undefined, event).state;

function inputAlert(context: IExecuteFunctions, index: number, now: number): Chosen | Unusable {
  const item = context.getInputData()[index] ?? { json: {} };
  const { json } = item;
  const read = readAlertEvent(json);
  if (!read.ok) return { json, problem: read.problem };
  const decision = decisionOf(item) ?? ownDecision(context, read.event, index, now);
  return { json, event: read.event, decision };
}

/** Without a filter before it, the node announces the events chosen in its own list. */
const ownDecision = (
  context: IExecuteFunctions,
  event: AlertEvent,
  index: number,
  now: number,
): FilterDecision => {
  const rules = filterRulesFrom({ events: context.getNodeParameter('events', index) });
  return evaluateFilter(event, rules, { now }).decision;
};
