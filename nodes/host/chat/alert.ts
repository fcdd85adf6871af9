import {
  type AlertEvent,
  askedIn,
  compileDecision,
  type FilterDecision,
  filterRulesFrom,
  type Problem,
  readAlertEvent,
  unsentReceipt,
  whyLeftAlone,
} from '../../../core/index';
import { definedAlert } from './defined';
import { type Destination, failed } from './destination';
import { inputJson } from './input';
import type { Handled, Job } from './operation';
import { sendingOptions } from './options';

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

/** What somebody asked for in a chat, and that changes no card. */
export interface LeftAlone {
  readonly json: object;
  readonly why: string;
}

type Found = Chosen | Unusable | LeftAlone;

export function alertOf(job: Job, index: number): Found {
  const { context, clock } = job;
  if (context.getNodeParameter('alertSource', index) !== 'define') return inputAlert(job, index);
  const event = definedAlert(context, index, clock.now());
  return { json: event, event };
}

function inputAlert(job: Job, index: number): Found {
  const { context, clock } = job;
  const json: { readonly decision?: unknown } = inputJson(context, index);
  const read = readAlertEvent(json);
  const why = leftAlone(job, index, read.ok);
  if (why !== undefined) return { json, why };
  if (!read.ok) return { json, problem: read.problem };
  const events = context.getNodeParameter('events', index);
  const decide = compileDecision(filterRulesFrom({ events }));
  return { json, event: read.event, decision: decide(read.event, json.decision, clock.now()) };
}

function leftAlone(
  { context, destination }: Job,
  index: number,
  hasAlert: boolean,
): string | undefined {
  const asked = askedIn(inputJson(context, index));
  if (!asked) return undefined;
  const { options } = sendingOptions(context, index, destination.chat);
  return whyLeftAlone(asked, hasAlert, options.language);
}

/** What becomes of an item that shows nothing. */
export const notShown = (destination: Destination, found: Unusable | LeftAlone): Handled =>
  'problem' in found
    ? failed(destination, found)
    : {
        json: found.json,
        receipt: unsentReceipt(destination, { receipt: 'skipped', reasons: [found.why] }),
      };
