import type { Store } from '../../ports';
import { KEEP_RESOLVED_MS } from './keep';
import { Shelf } from './shelf';
import type { CardEntry, CardRow, CardShown, CardStore, Lease } from './store';

interface Holder {
  readonly owner: string;
  readonly until: number;
}

/**
 * Cards in a store that one process alone writes: read once, then kept in memory and written
 * through.
 */
export const cardStoreOn = (store: Store, lasting: boolean): CardStore =>
  new LocalCards(store, lasting);

const PRUNE_EVERY_MS = 60 * 60_000;
const PREFIX = 'card:';
const keyOf = (row: number): string => PREFIX + String(row).padStart(12, '0');
const kept = (row: CardRow) => ({ key: keyOf(row.row), value: row });

class LocalCards implements CardStore {
  private loading: Promise<Shelf> | undefined;
  private readonly holders = new Map<string, Holder>();
  private readonly nextAt = new Map<string, number>();
  private readonly writing = new Map<string, Promise<unknown>>();
  private count = 0;
  private prunedAt = 0;

  constructor(
    private readonly store: Store,
    readonly lasting: boolean,
  ) {}

  alone<Result>(destination: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.writing.get(destination) ?? Promise.resolve()).then(work);
    const done = mine.catch(() => {});
    this.writing.set(destination, done);
    void done.then(() => {
      if (this.writing.get(destination) === done) this.writing.delete(destination);
    });
    return mine;
  }

  async read(destination: string, cards: readonly string[]): Promise<readonly CardRow[]> {
    return (await this.shelf()).of(destination, cards);
  }

  async insert(entries: readonly CardEntry[]): Promise<void> {
    const shelf = await this.shelf();
    const fresh = entries.map((entry): CardRow => {
      this.count += 1;
      return { ...entry, row: this.count, shown: 0, posts: 0 };
    });
    for (const row of fresh) shelf.set(row);
    await this.pruneNowAndThen(fresh[0]?.changedAt ?? 0);
    await this.store.put(fresh.map(kept)).catch((thrown: unknown) => {
      // Whoever is told that they are not kept sends them in another way.
      for (const row of fresh) shelf.delete(row);
      throw thrown;
    });
  }

  async replace({ row, version }: CardRow, entry: CardEntry): Promise<boolean> {
    const shelf = await this.shelf();
    const known = shelf.get(row);
    if (known?.version !== version) return false;
    await this.keep(shelf, { ...known, ...entry });
    return true;
  }

  async pending(destination: string, cards: readonly string[]): Promise<readonly CardRow[]> {
    const shelf = await this.shelf();
    return [...new Set([...shelf.pending(destination), ...shelf.of(destination, cards)])];
  }

  async listed(destination: string, digest: string): Promise<readonly CardRow[]> {
    const rows = (await this.shelf()).all();
    return rows.filter((row) => row.destination === destination && row.digest === digest);
  }

  async show({ row }: CardRow, shown: CardShown): Promise<void> {
    const shelf = await this.shelf();
    const known = shelf.get(row);
    if (!known) return;
    const { begun, problem, reported, fate, digest, ref, ...lasting } = known;
    await this.keep(shelf, { ...lasting, ...shown });
  }

  async forget(rows: readonly CardRow[]): Promise<void> {
    const shelf = await this.shelf();
    for (const row of rows) shelf.delete(row);
    await this.store.delete(rows.map(({ row }) => keyOf(row)));
  }

  async prune(before: number): Promise<void> {
    const rows = (await this.shelf()).all();
    const over = rows.filter(
      ({ story, shown, version, changedAt }) =>
        story.latest.alert.status === 'resolved' && shown >= version && changedAt < before,
    );
    if (over.length > 0) await this.forget(over);
  }

  /** Nobody else forgets what one process keeps. */
  private async pruneNowAndThen(now: number): Promise<void> {
    if (now - this.prunedAt < PRUNE_EVERY_MS) return;
    this.prunedAt = now;
    await this.prune(now - KEEP_RESOLVED_MS).catch(() => {});
  }

  async lease(
    destination: string,
    owner: string,
    now: number,
    until: number,
  ): Promise<Lease | undefined> {
    const holder = this.holders.get(destination);
    if (holder && holder.owner !== owner && holder.until > now) return undefined;
    this.holders.set(destination, { owner, until });
    return { nextAt: this.nextAt.get(destination) ?? 0 };
  }

  async extend(destination: string, owner: string, until: number): Promise<boolean> {
    if (this.holders.get(destination)?.owner !== owner) return false;
    this.holders.set(destination, { owner, until });
    return true;
  }

  async release(destination: string, owner: string, nextAt: number): Promise<void> {
    if (this.holders.get(destination)?.owner !== owner) return;
    this.holders.delete(destination);
    this.nextAt.set(destination, nextAt);
  }

  async all(): Promise<readonly CardRow[]> {
    return (await this.shelf()).all();
  }

  /** In memory at once: between a check and this nobody else may come. */
  private async keep(shelf: Shelf, row: CardRow): Promise<void> {
    shelf.set(row);
    await this.store.put([kept(row)]);
  }

  private shelf(): Promise<Shelf> {
    this.loading ??= this.load().catch((thrown: unknown) => {
      this.loading = undefined;
      throw thrown;
    });
    return this.loading;
  }

  private async load(): Promise<Shelf> {
    const shelf = new Shelf();
    for (const { value } of await this.store.list(PREFIX)) {
      const row = value as CardRow;
      shelf.set(row);
      this.count = Math.max(this.count, row.row);
    }
    return shelf;
  }
}
