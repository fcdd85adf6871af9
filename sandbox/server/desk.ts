import type { FaultQueue } from '../faults/queue';
import type { Journal } from '../journal/journal';
import type { Doors } from '../people/doors';
import type { Sockets } from './sockets';
import type { Targets } from './targets';

/** What every part of one running sandbox shares. */
export interface Desk {
  journal: Journal;
  faults: FaultQueue;
  targets: Targets;
  /** Where the apps of the chats are called back. */
  doors: Doors;
  sockets: Sockets;
  /** Where this sandbox is reached, without a slash at the end; set once it listens. */
  origin: string;
  now: () => number;
  /** Aborted when the sandbox closes. */
  closing: AbortSignal;
}
