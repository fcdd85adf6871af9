import type { Actor } from '../../oncall/actor';
import type { Pane } from '../../oncall/pane';
import type { Person } from '../../oncall/people';
import type { Verdict } from '../../platform';
import type { FakeAlert } from '../alert';
import type { Actions } from './actions';
import type { Silences } from './behaviour';
import type { Role } from './keys';

/** One request to a method that exists, by somebody who may call it. */
export interface Call {
  owner: Person;
  /** The owner's key, or the token of an app. */
  by: Actor;
  /** What stands in the path, by the names of the API's documents. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Buffer;
  pane: Pane<FakeAlert>;
  actions: Actions;
  silences: Silences;
  now: number;
}

export type Run = (call: Call) => Verdict;

export interface Method {
  /** The least role that may call it. */
  least: Role;
  run: Run;
}

export const readBy = (run: Run): Method => ({ least: 'STAKEHOLDER', run });

export const respondBy = (run: Run): Method => ({ least: 'RESPONDER', run });
