import { type PublicKeyMemory, Replays } from '../../../core/index';
import type { Listening } from './source';

/** What this process remembers of a trigger between requests. */
interface Memory {
  readonly replays: Replays;
  readonly publicKeys: PublicKeyMemory;
}

const memories = new Map<string, Memory>();

export const memoryOf = (context: Listening): Memory => {
  const key = `${context.getWorkflow().id}/${context.getNode().id}`;
  const known = memories.get(key) ?? { replays: new Replays(), publicKeys: {} };
  memories.set(key, known);
  return known;
};
