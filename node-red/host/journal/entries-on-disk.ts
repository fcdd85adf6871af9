import type { DiskStore } from '../store/level-store';
import type { Entry, EntryStore } from './entry';

const PREFIX = 'event:';

/** The journal's part of the disk's store. */
export const entriesOnDisk = (disk: DiskStore): EntryStore => ({
  get: async (key) => (await disk.get(PREFIX + key)) as Entry | undefined,
  write: (changes) =>
    disk.write(changes.map((change) => ({ ...change, key: PREFIX + change.key }))),
  all: async () => (await disk.list(PREFIX)).map(({ value }) => value as Entry),
});
