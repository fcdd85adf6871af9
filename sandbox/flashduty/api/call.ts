import type { z } from 'zod';
import { describeIssue } from '../../judging/issue';
import type { JsonObject } from '../../judging/shape';
import type { Actor } from '../../oncall/actor';
import type { Pane } from '../../oncall/pane';
import type { Person } from '../../oncall/people';
import type { Verdict } from '../../platform';
import type { FakeIncident } from '../incident';
import { invalid, refuse } from './answer';
import type { Silences } from './behaviour';

/** One request of a known key to a method that exists. */
export interface Call {
  owner: Person;
  by: Actor;
  pane: Pane<FakeIncident>;
  silences: Silences;
  /** In ms. */
  now: number;
}

export interface Method {
  /** Takes the permission Incidents Manage. */
  changes: boolean;
  run(body: JsonObject, call: Call): Verdict;
}

/** A method that only tells. Names in the body that it does not know are ignored. */
export const asking = <Schema extends z.ZodType>(
  schema: Schema,
  run: (wanted: z.output<Schema>, call: Call) => Verdict,
): Method => ({ changes: false, run: reading(schema, run) });

/** A method that changes something; who waits for webhooks is told after the answer. */
export const changing = <Schema extends z.ZodType>(
  schema: Schema,
  run: (wanted: z.output<Schema>, call: Call) => Verdict,
): Method => ({
  changes: true,
  run: (body, call) => {
    const verdict = reading(schema, run)(body, call);
    if (verdict.verdict === 'refused') return { ...verdict, payload: body };
    return { ...verdict, payload: body, afterwards: () => void call.pane.flush() };
  },
});

const reading =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (wanted: z.output<Schema>, call: Call) => Verdict,
  ) =>
  (body: JsonObject, call: Call): Verdict => {
    const { data, error } = schema.safeParse(body);
    const [issue] = error?.issues ?? [];
    return issue
      ? refuse(invalid(describeIssue('body', issue)))
      : run(data as z.output<Schema>, call);
  };
