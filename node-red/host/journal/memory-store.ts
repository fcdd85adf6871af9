import type { Entry, EntryStore } from './entry';

/** For systems that cannot write: what is accepted is lost with the process. */
export function memoryStore(): EntryStore {
  const entries = new Map<string, Entry>();
  return {
    get: async (key) => entries.get(key),
    write: async (changes) => {
      for (const change of changes) {
        if (change.type === 'put') entries.set(change.key, change.value);
        else entries.delete(change.key);
      }
    },
    all: async () => [...entries.values()],
  };
}
