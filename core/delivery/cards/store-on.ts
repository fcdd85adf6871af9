import type { Store } from '../../ports';
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

const PREFIX = 'card:';
const keyOf = (row: number): string => PREFIX + String(row).padStart(12, '0');
const kept = (row: CardRow) => ({ key: keyOf(row.row), value: row });

class LocalCards implements CardStore {
  private loading: Promise<Map<number, CardRow>> | undefined;
  private readonly holders = new Map<string, Holder>();
  private readonly nextAt = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly store: Store,
    readonly lasting: boolean,
  ) {}

  async read(destination: string, cards: readonly string[]): Promise<readonly CardRow[]> {
    return this.where((row) => row.destination === destination && cards.includes(row.card));
  }

  async insert(entries: readonly CardEntry[]): Promise<void> {
    const rows = await this.rows();
    const fresh = entries.map((entry): CardRow => {
      this.count += 1;
      return { ...entry, row: this.count, shown: 0, posts: 0 };
    });
    for (const row of fresh) rows.set(row.row, row);
    await this.store.put(fresh.map(kept));
  }

  async replace(row: CardRow, entry: CardEntry): Promise<boolean> {
    const rows = await this.rows();
    const known = rows.get(row.row);
    if (known?.version !== row.version) return false;
    await this.keep({ ...known, ...entry });
    return true;
  }

  async pending(destination: string, cards: readonly string[]): Promise<readonly CardRow[]> {
    return this.where(
      (row) =>
        row.destination === destination && (row.shown < row.version || cards.includes(row.card)),
    );
  }

  async listed(destination: string, digest: string): Promise<readonly CardRow[]> {
    return this.where((row) => row.destination === destination && row.digest === digest);
  }

  async show({ row }: CardRow, shown: CardShown): Promise<void> {
    const known = (await this.rows()).get(row);
    if (!known) return;
    const { begun, problem, fate, digest, ref, ...lasting } = known;
    await this.keep({ ...lasting, ...shown });
  }

  async forget(forgotten: readonly CardRow[]): Promise<void> {
    const rows = await this.rows();
    for (const { row } of forgotten) rows.delete(row);
    await this.store.delete(forgotten.map(({ row }) => keyOf(row)));
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
    return this.where(() => true);
  }

  private async where(holds: (row: CardRow) => boolean): Promise<readonly CardRow[]> {
    return [...(await this.rows()).values()].filter(holds);
  }

  private async keep(row: CardRow): Promise<void> {
    (await this.rows()).set(row.row, row);
    await this.store.put([kept(row)]);
  }

  private rows(): Promise<Map<number, CardRow>> {
    this.loading ??= this.load().catch((thrown: unknown) => {
      this.loading = undefined;
      throw thrown;
    });
    return this.loading;
  }

  private async load(): Promise<Map<number, CardRow>> {
    const all = await this.store.list(PREFIX);
    const rows = all.map(({ value }) => value as CardRow);
    this.count = rows.reduce((last, { row }) => Math.max(last, row), 0);
    return new Map(rows.map((row) => [row.row, row]));
  }
}
