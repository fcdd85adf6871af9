import type { EntryStore } from './entry';
import { type OpenStore, openLevelStore } from './level-store';

/** A deploy closes every node before it starts the next ones; the store stays open meanwhile. */
const CLOSE_AFTER_MS = 10_000;
/** A process that is just ending holds the lock for a moment. */
const TRY_AGAIN_AFTER_MS = 2_000;

/** One store on disk, opened when first needed and closed when nobody uses it any more. */
export class KeptStore implements EntryStore {
  private opening: Promise<OpenStore> | undefined;
  private failedAt: number | undefined;
  private users = 0;
  private closing: NodeJS.Timeout | undefined;

  constructor(private readonly folder: string) {}

  use(): void {
    this.users += 1;
    clearTimeout(this.closing);
  }

  release(): void {
    this.users -= 1;
    if (this.users > 0) return;
    this.closing = setTimeout(() => void this.close(), CLOSE_AFTER_MS).unref();
  }

  /** Rejects when there is no store to write to. */
  open(): Promise<OpenStore> {
    const retry = this.failedAt !== undefined && Date.now() - this.failedAt >= TRY_AGAIN_AFTER_MS;
    if (this.opening && !retry) return this.opening;
    this.failedAt = undefined;
    this.opening = openLevelStore(this.folder);
    this.opening.catch(() => {
      this.failedAt = Date.now();
    });
    return this.opening;
  }

  readonly get: EntryStore['get'] = async (key) => (await this.open()).get(key);
  readonly write: EntryStore['write'] = async (changes) => (await this.open()).write(changes);
  readonly all: EntryStore['all'] = async () => (await this.open()).all();

  private async close(): Promise<void> {
    const opening = this.opening;
    this.opening = undefined;
    const store = await opening?.catch(() => undefined);
    await store?.close().catch(() => undefined);
  }
}
