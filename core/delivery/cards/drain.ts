import type { Receipt } from '../receipt';
import { nextWait } from '../retry';
import { byTurn, isAwaited } from './awaited';
import { choose } from './choose';
import type { Manned } from './desk';
import { mergeTwins } from './merge-twins';
import { nameOf } from './name';
import { afterOne, dueAt, paceOf } from './pace';
import { show } from './show';
import type { CardRow } from './store';

/** For how long a run may send without asking again; a dead one blocks a destination as long. */
const LEASE_MS = 30_000;
/** A wait is cut into parts, so that the lease holds. */
const NAP_MS = 10_000;
/** What changes again so soon after it was shown waits for what else may come. */
const MERGE_MS = 1_000;

export interface Shown {
  readonly version: number;
  readonly receipt: Receipt;
}

export interface Drained {
  /** Somebody else shows what is pending. */
  readonly busy: boolean;
  /** What was shown, by `nameOf` its card. */
  readonly shown: ReadonlyMap<string, Shown>;
  /** The store failed on the way. */
  readonly broken: boolean;
  /** Why something is still pending, and when to try again, in ms. */
  readonly left?: { readonly retryAfterMs: number; readonly problem?: Receipt['problem'] };
}

/**
 * Shows what is pending at a destination, as fast as the chat takes it, for as long as allowed.
 * `own` are the cards this run has written down itself.
 */
export const drain = async (desk: Manned, own: readonly string[]): Promise<Drained> => {
  const round = new Round(desk, own);
  try {
    do {
      if (!(await round.begin())) return round.end({ busy: true });
      await round.work();
      await round.release();
    } while (await round.isWokenAgain());
    return round.end({});
  } catch {
    return round.end({ broken: true });
  }
};

class Round {
  private readonly shown = new Map<string, Shown>();
  private readonly pace;
  private readonly deadline: number;
  private leasedAt = 0;
  private nextAt = 0;
  private failures = 0;
  private tried = false;
  private left: Drained['left'];

  constructor(
    private readonly desk: Manned,
    private readonly own: readonly string[],
  ) {
    this.pace = paceOf(desk.rate ?? desk.way.rate);
    this.deadline = this.now() + desk.maxWaitMs;
  }

  async begin(): Promise<boolean> {
    const { store, destination, owner } = this.desk;
    const now = this.now();
    const lease = await store.lease(destination, owner, now, now + LEASE_MS);
    this.leasedAt = now;
    this.nextAt = Math.max(this.nextAt, lease?.nextAt ?? 0);
    return lease !== undefined;
  }

  async release(): Promise<void> {
    const { store, destination, owner } = this.desk;
    await store.release(destination, owner, this.nextAt);
  }

  /** What came while the lease was being given back, after its owner had already left. */
  async isWokenAgain(): Promise<boolean> {
    if (this.left || this.hasHeirs) return false;
    const pending = await this.desk.store.pending(this.desk.destination, []);
    return pending.some(isPending);
  }

  async work(): Promise<void> {
    let pending = await this.pending();
    while (!this.isDone(pending)) {
      const waitMs = this.waitFor(pending);
      if (this.isOver(waitMs)) return this.leave(waitMs);
      if (waitMs > 0) {
        if (!(await this.nap(waitMs))) return;
        pending = await this.pending();
        continue;
      }
      if (!(await this.holdsLease())) return;
      const done = await this.showNext(pending.filter((row) => this.ripeAt(row) <= this.now()));
      if (!done) return;
      pending = pending.filter(({ row }) => !done.has(row));
    }
  }

  end(how: { readonly busy?: true; readonly broken?: true }): Drained {
    const left = this.left && { left: this.left };
    return { busy: false, broken: false, shown: this.shown, ...left, ...how };
  }

  /** Of a card that was never shown, another run may have shown a row that it began before. */
  private async pending(): Promise<readonly CardRow[]> {
    const { store, destination } = this.desk;
    const rows = await store.pending(destination, this.own);
    const unknown = rows.filter(({ shown, card }) => shown === 0 && !this.own.includes(card));
    const cards = [...new Set(unknown.map(({ card }) => card))];
    const more = cards.length === 0 ? [] : await store.read(destination, cards);
    const known = new Set(rows.map(({ row }) => row));
    const all = [...rows, ...more.filter(({ row }) => !known.has(row))];
    const merged = await mergeTwins(store, all, this.now());
    return merged.filter(isPending).toSorted(byTurn);
  }

  /** Whoever waits for a turn shows its own cards: nobody has to wait for what comes after. */
  private get hasHeirs(): boolean {
    return this.desk.turn !== undefined && this.own.length > 0;
  }

  private isDone(pending: readonly CardRow[]): boolean {
    const wanted = ({ card }: CardRow) => !this.hasHeirs || this.own.includes(card);
    return !pending.some(wanted);
  }

  /** However little time there is, it is tried once. */
  private isOver(waitMs: number): boolean {
    return (waitMs > 0 || this.tried) && this.now() + waitMs > this.deadline;
  }

  /** Until the chat takes a message and a card has something to say, in ms. */
  private waitFor(pending: readonly CardRow[]): number {
    const ripe = Math.min(...pending.map((row) => this.ripeAt(row)));
    return Math.max(0, dueAt(this.nextAt, this.pace) - this.now(), ripe - this.now());
  }

  /** Somebody who pressed a button waits for nothing else to happen. */
  private ripeAt(row: CardRow): number {
    return row.shownAt === undefined || isAwaited(row) ? 0 : row.shownAt + MERGE_MS;
  }

  /** The rows that were dealt with; undefined where it has to wait. */
  private async showNext(ripe: readonly CardRow[]): Promise<ReadonlySet<number> | undefined> {
    const now = this.now();
    this.tried = true;
    const choice = choose(this.desk, ripe, this.nextAt, now, this.pace);
    const { rows, showing } = await show(this.desk, choice);
    this.nextAt = afterOne(this.nextAt, now, this.pace);
    for (const row of rows) {
      const result = showing(row);
      if (result.kind === 'later') return this.postpone(result) ? new Set() : undefined;
      this.shown.set(nameOf(row), { version: row.version, receipt: result.receipt });
      await this.desk.store.show(row, result.shown);
      this.desk.onShown?.(row, result.receipt);
    }
    this.failures = 0;
    return new Set(rows.map(({ row }) => row));
  }

  /** False where the chat wants more time than there is. */
  private postpone({
    afterMs,
    problem,
  }: {
    afterMs?: number | undefined;
    problem: Receipt['problem'];
  }): boolean {
    this.failures += 1;
    const { waitMs } = nextWait({
      attempt: this.failures,
      afterMs,
      elapsedMs: 0,
      maxWaitMs: Number.POSITIVE_INFINITY,
      random: this.desk.clock.random(),
    });
    this.nextAt = Math.max(this.nextAt, this.now() + waitMs + this.pace.toleranceMs);
    if (this.now() + waitMs <= this.deadline) return true;
    this.leave(waitMs, problem);
    return false;
  }

  private leave(retryAfterMs: number, problem?: Receipt['problem']): void {
    this.left = { retryAfterMs, ...(problem && { problem }) };
  }

  private async nap(ms: number): Promise<boolean> {
    try {
      await this.desk.clock.sleep(Math.min(ms, NAP_MS));
      return this.holdsLease();
    } catch {
      this.leave(ms);
      return false;
    }
  }

  /** Asked again before each message; not right after it was given. */
  private async holdsLease(): Promise<boolean> {
    const now = this.now();
    if (now - this.leasedAt < 1_000) return true;
    const { store, destination, owner } = this.desk;
    this.leasedAt = now;
    return store.extend(destination, owner, now + LEASE_MS);
  }

  private now(): number {
    return this.desk.clock.now();
  }
}

const isPending = ({ shown, version }: CardRow): boolean => shown < version;
