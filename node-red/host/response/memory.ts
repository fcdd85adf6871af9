import { type PublicKeyMemory, Replays } from '../../../core/index';

/** What outlives a deploy: requests that came before, and the public keys of a chat. */
interface Memory {
  readonly replays: Replays;
  readonly publicKeys: PublicKeyMemory;
}

const memories = new Map<string, Memory>();

/** One memory for the life of the process for each config node whose secrets prove requests. */
export function memoryOf(id: string): Memory {
  const memory = memories.get(id) ?? { replays: new Replays(), publicKeys: {} };
  memories.set(id, memory);
  return memory;
}
