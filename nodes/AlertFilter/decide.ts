import type { IExecuteFunctions } from 'n8n-workflow';
import { evaluateFilter, type FilterDecision, type SeenEvents } from '../../core/index';
import { clock } from '../host/clock';
import { memoryOf } from './memory';
import type { Readable } from './read-item';

const MINUTE = 60_000;

/** `earlier` is the decision an item already carries. */
type Decide = (item: Readable, earlier: unknown) => Promise<FilterDecision>;

/** Decides item by item: what this run has seen comes first, then what n8n remembers. */
export function decider(context: IExecuteFunctions): Decide {
  const memory = memoryOf(context);
  let seen: SeenEvents = {};
  return async ({ event, rules }, earlier) => {
    const now = clock.now();
    const fresh = evaluateFilter(event, rules, { now, seen, earlier });
    const key = Object.keys(fresh.seen).find((name) => fresh.seen[name] !== seen[name]);
    seen = fresh.seen;
    if (!key || !rules.repeats) return fresh.decision;
    const since = await memory.since(key, now, rules.repeats.withinMinutes * MINUTE);
    if (since === undefined) return fresh.decision;
    return evaluateFilter(event, rules, { now, seen: { [key]: since }, earlier }).decision;
  };
}
