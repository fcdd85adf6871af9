import { mkdir } from 'node:fs/promises';
import type { ClassicLevel } from 'classic-level';
import { together } from './together';

export interface Kept {
  readonly key: string;
  readonly value: unknown;
}

export type Change =
  | ({ readonly type: 'put' } & Kept)
  | { readonly type: 'del'; readonly key: string };

/** JSON values by key, on disk. */
export interface DiskStore {
  get(key: string): Promise<unknown>;
  /** In the order of their keys. */
  list(prefix: string): Promise<readonly Kept[]>;
  /** All or nothing; on disk when it resolves. */
  write(changes: readonly Change[]): Promise<void>;
}

/** A second store object on one folder is refused even within a process, so there is only one. */
export interface OpenStore extends DiskStore {
  close(): Promise<void>;
}

/** Comes after everything that continues a prefix. */
const LAST = '\uffff';

/** Loaded late: where there is no prebuilt binary, the rest of the package still works. */
export async function openLevelStore(folder: string): Promise<OpenStore> {
  const { ClassicLevel } = await import('classic-level');
  await mkdir(folder, { recursive: true });
  const level: ClassicLevel<string, unknown> = new ClassicLevel(folder, { valueEncoding: 'json' });
  await level.open();
  return {
    get: (key) => level.get(key),
    list: async (prefix) => {
      const found = await level.iterator({ gte: prefix, lt: prefix + LAST }).all();
      return found.map(([key, value]) => ({ key, value }));
    },
    write: together((changes) => level.batch([...changes], { sync: true })),
    close: () => level.close(),
  };
}
