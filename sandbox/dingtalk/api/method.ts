import type { JsonObject } from '../../judging/shape';
import type { Accepted } from '../../platform';
import type { DingTalkApp, Scope } from './apps';
import type { Pace } from './rate';
import type { ApiCode, ApiObjection } from './refusal';
import type { World } from './world';

/** One call of a method by an app. */
export interface Call {
  app: DingTalkApp;
  args: JsonObject;
  world: World;
  pace: Pace;
}

/** A call that is done: the body of the answer, and what people see of it. */
export interface Done extends Pick<Accepted, 'message' | 'copies' | 'does'> {
  says: JsonObject;
}

export type Outcome = Done | { objection: ApiObjection };

export interface Method {
  scope: Scope;
  /** What works as a password, in the call and in the answer. */
  hides?: readonly string[];
  run(call: Call): Outcome;
}

/** A refusal as a method gives it back. */
export function refused(code: ApiCode, reason: string): { objection: ApiObjection } {
  return { objection: { code, reason } };
}
