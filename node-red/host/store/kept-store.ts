import { type DiskStore, type OpenStore, openLevelStore } from './level-store';

/** A deploy closes every node before it starts the next ones; the store stays open meanwhile. */
const CLOSE_AFTER_MS = 10_000;
/** A process that is just ending holds the lock for a moment. */
const TRY_AGAIN_AFTER_MS = 2_000;

/** One store on disk, opened when first needed and closed when nobody uses it any more. */
export class KeptStore implements DiskStore {
  private opening: Promise<OpenStore> | undefined;
  private failedAt: number | undefined;
  private users = 0;
  private closing: NodeJS.Timeout | undefined;

  /** `closed` is told when others may write the folder, so that nothing read before counts. */
  constructor(
    private readonly folder: string,
    private readonly closed: () => void = () => {},
  ) {}

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

  readonly get: DiskStore['get'] = async (key) => (await this.open()).get(key);
  readonly list: DiskStore['list'] = async (prefix) => (await this.open()).list(prefix);
  readonly write: DiskStore['write'] = async (changes) => (await this.open()).write(changes);

  private async close(): Promise<void> {
    const opening = this.opening;
    this.opening = undefined;
    this.closed();
    const store = await opening?.catch(() => undefined);
    await store?.close().catch(() => undefined);
  }
}
