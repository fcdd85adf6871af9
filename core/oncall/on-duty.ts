import type { Assignee } from '../alert/event';

interface Named {
  readonly id?: string;
  readonly name?: string;
}

/** Who is on call now, and for what: plain JSON, one entry for each duty. */
export interface OnDuty {
  readonly person: Assignee;
  readonly policy?: Named;
  readonly schedule?: Named;
  /** Counted from 1. */
  readonly level?: number;
  readonly until?: string;
}
