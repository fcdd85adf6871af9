const MOST = 10_000;

/** Remembers what came before, for as long as it could come again; of very many the newest. */
export class Replays {
  readonly #until = new Map<string, number>();

  /** True once for each key until its time is over; times in ms. */
  isFirst(key: string, now: number, until: number): boolean {
    const known = this.#until.get(key);
    if (known !== undefined && known > now) return false;
    this.#until.delete(key);
    this.#until.set(key, until);
    if (this.#until.size > MOST) this.#forget(now);
    return true;
  }

  #forget(now: number): void {
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    for (const key of this.#until.keys()) {
      if (this.#until.size <= MOST) return;
      this.#until.delete(key);
    }
  }
}
