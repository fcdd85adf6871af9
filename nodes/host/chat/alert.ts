import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
  type AlertEvent,
  compileDecision,
  type FilterDecision,
  filterRulesFrom,
  type Problem,
  readAlertEvent,
} from '../../../core/index';
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

function inputAlert(context: IExecuteFunctions, index: number, now: number): Chosen | Unusable {
  const json: IDataObject = context.getInputData()[index]?.json ?? {};
  const read = readAlertEvent(json);
  if (!read.ok) return { json, problem: read.problem };
  const events = context.getNodeParameter('events', index);
  const decide = compileDecision(filterRulesFrom({ events }));
  return { json, event: read.event, decision: decide(read.event, json.decision, now) };
}
