import { mkdir } from 'node:fs/promises';
import type { ClassicLevel } from 'classic-level';
import type { Entry, EntryStore } from './entry';

/** A second store object on one folder is refused even within a process, so there is only one. */
export interface OpenStore extends EntryStore {
  close(): Promise<void>;
}

/** Loaded late: where there is no prebuilt binary, the rest of the package still works. */
export async function openLevelStore(folder: string): Promise<OpenStore> {
  const { ClassicLevel } = await import('classic-level');
  await mkdir(folder, { recursive: true });
  const level: ClassicLevel<string, Entry> = new ClassicLevel(folder, { valueEncoding: 'json' });
  await level.open();
  return {
    get: (key) => level.get(key),
    write: async (changes) => {
      if (changes.length > 0) await level.batch([...changes], { sync: true });
    },
    all: () => level.values().all(),
    close: () => level.close(),
  };
}
