import type { CardRow } from './store';

/** Rows in memory, found by what they are looked for. */
export class Shelf {
  private readonly rows = new Map<number, CardRow>();
  private readonly byCard = new Map<string, Set<number>>();
  private readonly unshown = new Map<string, Set<number>>();

  get(row: number): CardRow | undefined {
    return this.rows.get(row);
  }

  set(row: CardRow): void {
    this.rows.set(row.row, row);
    setOf(this.byCard, keyOf(row)).add(row.row);
    const unshown = setOf(this.unshown, row.destination);
    if (row.shown < row.version) unshown.add(row.row);
    else unshown.delete(row.row);
  }

  delete({ row, destination, card }: CardRow): void {
    this.rows.delete(row);
    const key = keyOf({ destination, card });
    this.byCard.get(key)?.delete(row);
    if (this.byCard.get(key)?.size === 0) this.byCard.delete(key);
    this.unshown.get(destination)?.delete(row);
  }

  of(destination: string, cards: readonly string[]): readonly CardRow[] {
    const found = cards.flatMap((card) => [
      ...(this.byCard.get(keyOf({ destination, card })) ?? []),
    ]);
    return this.pick(found);
  }

  pending(destination: string): readonly CardRow[] {
    return this.pick([...(this.unshown.get(destination) ?? [])]);
  }

  all(): readonly CardRow[] {
    return [...this.rows.values()];
  }

  private pick(rows: readonly number[]): readonly CardRow[] {
    return rows.flatMap((row) => this.rows.get(row) ?? []);
  }
}

const keyOf = ({ destination, card }: Pick<CardRow, 'destination' | 'card'>): string =>
  JSON.stringify([destination, card]);

const setOf = (sets: Map<string, Set<number>>, key: string): Set<number> => {
  const known = sets.get(key);
  if (known) return known;
  const fresh = new Set<number>();
  sets.set(key, fresh);
  return fresh;
};
