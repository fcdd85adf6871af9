import type { CardEntry, CardRow, CardShown, CardStore, Lease } from '../../../core/index';
import { cardRowOf, entryCells, shownCells } from './card-cells';
import type { Cells, TableRow } from './columns';
import { all, any, type Condition, is, type TableApi } from './table-api';

/** A filter stands in the address of a request, which may not be longer than 16 kB. */
const MOST_CONDITIONS = 80;

/**
 * Cards as rows of an n8n data table, shared by all workers. n8n can neither lock rows nor keep them
 * unique: a change names the value it expects to find, and of several rows for one thing the lowest
 * id counts.
 */
export class DataTableStore implements CardStore {
  readonly lasting = true;
  /** The row of a destination, by its name. */
  private readonly lanes = new Map<string, number>();
  /** What is known to stand in a row of what the chat shows. */
  private readonly known = new Map<number, Cells>();

  constructor(readonly api: TableApi) {}

  async read(destination: string, cards: readonly string[]): Promise<readonly CardRow[]> {
    return this.find(destination, [is('lease', destination), ...cards.map(ofCard)]);
  }

  async pending(destination: string, cards: readonly string[]): Promise<readonly CardRow[]> {
    return this.find(destination, [is('pending', destination), ...cards.map(ofCard)]);
  }

  async listed(destination: string, digest: string): Promise<readonly CardRow[]> {
    return this.find(destination, [is('digest', digest)]);
  }

  async all(): Promise<readonly CardRow[]> {
    return this.cardsIn(await this.api.rows(all(is('kind', 'card'))));
  }

  /** A destination gets its row together with its first card. */
  async insert(entries: readonly CardEntry[]): Promise<void> {
    const fresh = new Set(entries.map(({ destination }) => destination));
    const lanes = [...fresh].filter((destination) => !this.lanes.has(destination));
    const cards = entries.map((entry) => ({
      ...entryCells(entry),
      ...shownCells({ shown: 0, posts: 0 }),
    }));
    await this.api.insert([...lanes.map(laneCells), ...cards]);
  }

  async replace({ row, version }: CardRow, entry: CardEntry): Promise<boolean> {
    const changed = await this.api.update(
      all(is('id', row), is('rev', version)),
      entryCells(entry),
    );
    return changed.length > 0;
  }

  /** Only what has changed is written, and nothing where somebody else has shown the card meanwhile. */
  async show(row: CardRow, shown: CardShown): Promise<void> {
    const before = this.known.get(row.row) ?? shownCells(row);
    const after = shownCells(shown);
    const changed = Object.fromEntries(
      Object.entries(after).filter(([name, value]) => before[name] !== value),
    );
    if (Object.keys(changed).length === 0) return;
    const own = [is('id', row.row), is('shown', before.shown ?? 0)];
    const whole = shown.shown >= row.version;
    const done =
      whole &&
      (await this.api.update(all(...own, is('rev', row.version)), { ...changed, pending: '' }));
    if (!done || done.length === 0) await this.api.update(all(...own), changed);
    this.known.set(row.row, after);
  }

  async forget(rows: readonly CardRow[]): Promise<void> {
    for (const some of portions(rows.map(({ row }) => is('id', row))))
      await this.api.delete(any(...some));
  }

  async prune(before: number): Promise<void> {
    const old: Condition = {
      columnName: 'changedMs',
      condition: 'lte',
      value: before,
    };
    await this.api.delete(
      all(is('kind', 'card'), is('status', 'resolved'), is('pending', ''), old),
    );
  }

  async lease(
    destination: string,
    owner: string,
    now: number,
    until: number,
  ): Promise<Lease | undefined> {
    const free: Condition = { columnName: 'leaseUntil', condition: 'lte', value: now };
    const lane = is('id', await this.laneOf(destination));
    const [held] = await this.api.update(all(lane, free), { owner, leaseUntil: until });
    return held && { nextAt: Number(held.nextAt) };
  }

  async extend(destination: string, owner: string, until: number): Promise<boolean> {
    const held = await this.updateOwn(destination, owner, { leaseUntil: until });
    return held.length > 0;
  }

  async release(destination: string, owner: string, nextAt: number): Promise<void> {
    await this.updateOwn(destination, owner, { owner: '', leaseUntil: 0, nextAt });
  }

  private async updateOwn(
    destination: string,
    owner: string,
    cells: Cells,
  ): Promise<readonly TableRow[]> {
    const lane = is('id', await this.laneOf(destination));
    return this.api.update(all(lane, is('owner', owner)), cells);
  }

  private async laneOf(destination: string): Promise<number> {
    const known = this.lanes.get(destination) ?? (await this.lookForLane(destination));
    if (known !== undefined) return known;
    await this.api.insert([laneCells(destination)]);
    return (await this.lookForLane(destination)) ?? 0;
  }

  private async lookForLane(destination: string): Promise<number | undefined> {
    this.learn(await this.api.rows(all(is('lease', destination))));
    return this.lanes.get(destination);
  }

  private async find(
    destination: string,
    conditions: readonly Condition[],
  ): Promise<readonly CardRow[]> {
    const rows: TableRow[] = [];
    for (const some of portions(conditions)) rows.push(...(await this.api.rows(any(...some))));
    const once = new Map(rows.map((row) => [row.id, row]));
    const sorted = [...once.values()].toSorted((one, other) => one.id - other.id);
    return this.cardsIn(sorted).filter((card) => card.destination === destination);
  }

  private cardsIn(rows: readonly TableRow[]): readonly CardRow[] {
    this.learn(rows);
    const cards = rows.flatMap((row) => cardRowOf(row) ?? []);
    for (const card of cards) this.known.set(card.row, shownCells(card));
    return cards;
  }

  private learn(rows: readonly TableRow[]): void {
    for (const { id, lease } of rows)
      if (typeof lease === 'string' && !this.lanes.has(lease)) this.lanes.set(lease, id);
  }
}

const ofCard = (card: string): Condition => is('card', card);

const laneCells = (destination: string): Cells => ({
  kind: 'destination',
  destination,
  lease: destination,
  owner: '',
  leaseUntil: 0,
  nextAt: 0,
});

const portions = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / MOST_CONDITIONS) }, (_, index) =>
    items.slice(index * MOST_CONDITIONS, (index + 1) * MOST_CONDITIONS),
  );
