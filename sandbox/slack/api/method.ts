import type { JsonObject } from '../../judging/shape';
import type { Accepted } from '../../platform';
import type { World } from '../world';
import type { SlackApp } from './apps';
import type { Pace, RateName } from './rate';
import type { ApiObjection } from './refusal';
import type { Workspace } from './workspace';

/** One call of a method by an app. */
export interface Call {
  app: SlackApp;
  args: JsonObject;
  workspace: Workspace;
  world: World;
  pace: Pace;
}

/** A call that is done: what is answered beside `ok`, and what people see of it. */
export interface Done extends Pick<Accepted, 'message' | 'does'> {
  says: JsonObject;
  /** What of it works as a password. */
  secret?: string;
  warning?: string;
}

export type Outcome = Done | { objection: ApiObjection };

export interface Method {
  /** Each is needed, or with `anyScope` one of them. */
  scopes: readonly string[];
  anyScope?: boolean;
  /** Called with the token of the app itself; all others with the token of its bot. */
  token?: 'app';
  /** Absent where messages are counted by channel instead. */
  rate?: RateName;
  run(call: Call): Outcome;
}

/** A refusal as a method gives it back. */
export function refused(
  code: ApiObjection['code'],
  reason: string,
  says?: JsonObject,
): { objection: ApiObjection } {
  return { objection: { code, reason, ...(says && { says }) } };
}
