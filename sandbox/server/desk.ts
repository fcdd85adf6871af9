import type { FaultQueue } from '../faults/queue';
import type { Journal } from '../journal/journal';
import type { TargetSetting } from './target';

/** What every part of one running sandbox shares. */
export interface Desk {
  journal: Journal;
  faults: FaultQueue;
  target: TargetSetting;
  now: () => number;
  /** Aborted when the sandbox closes. */
  closing: AbortSignal;
}
