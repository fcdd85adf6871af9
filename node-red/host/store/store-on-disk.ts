import type { Store } from '../../../core/index';
import type { DiskStore } from './level-store';

/** The part of the disk's store that the core writes. */
export const storeOnDisk = (disk: DiskStore): Store => ({
  list: (prefix) => disk.list(prefix),
  put: (entries) => disk.write(entries.map((entry) => ({ type: 'put', ...entry }))),
  delete: (keys) => disk.write(keys.map((key) => ({ type: 'del', key }))),
});
