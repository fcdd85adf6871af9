import { randomUUID } from 'node:crypto';
import {
  type AlertEvent,
  type CardDesk,
  type CardRow,
  deliverPending,
  type Receipt,
  unsentReceipt,
} from '../../../core/index';
import { guard } from '../guard';
import type { Cards, Stores } from '../store/index';
import { addressOf } from './address';
import { Counter } from './counter';
import { type Hand, handFor } from './hand';

type Drained = NonNullable<Awaited<ReturnType<typeof deliverPending>>>;

const SOONEST_MS = 1_000;
const LATEST_MS = 60_000;

interface Told {
  readonly destination: string;
  readonly event: AlertEvent;
  readonly receipt: Receipt;
}

/** Brings to its end what senders wrote down, also after a restart or a deploy. */
export class Outbox {
  /** Tells this process from others that write the same store. */
  readonly owner = randomUUID();
  private readonly counters = new Map<string, Counter>();
  private readonly hands = new Map<string, Hand>();
  /** Ended while a deploy replaced the nodes. */
  private readonly untold: Told[] = [];
  private readonly unlinked = new Set<string>();
  /** Events of which it was told that they have to wait for a chat in trouble. */
  private readonly late = new Set<string>();
  private waking: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;

  constructor(
    private readonly stores: Pick<Stores, 'allCards'>,
    private readonly warn: (sentence: string) => void,
  ) {}

  attach(hand: Hand): void {
    this.hands.set(hand.id, hand);
  }

  detach(hand: Hand): void {
    if (this.hands.get(hand.id) === hand) this.hands.delete(hand.id);
  }

  counterOf(destination: string): Counter {
    const known = this.counters.get(destination) ?? new Counter();
    this.counters.set(destination, known);
    return known;
  }

  /** A card was brought up to date; a message that waits for it says so itself. */
  shown({ destination, story }: CardRow, receipt: Receipt): void {
    const event = story.latest;
    this.late.delete(event.id);
    if (this.counterOf(destination).isAwaited(event)) return;
    this.tell({ destination, event, receipt });
  }

  /** What a message of the flow was told already is not told again. */
  noteLate(event: AlertEvent): void {
    this.late.add(event.id);
  }

  /** Looks again after a while, in ms. */
  wake(afterMs: number): void {
    const waitMs = Math.min(Math.max(afterMs, SOONEST_MS), LATEST_MS);
    const at = Date.now() + waitMs;
    if (this.waking && this.waking.at <= at) return;
    clearTimeout(this.waking?.timer);
    const again = () => {
      this.waking = undefined;
      void guard(
        () => this.resume(),
        (error) => this.warn(error.message),
      );
    };
    this.waking = { at, timer: setTimeout(again, waitMs).unref() };
  }

  /** The flows run: what was left before goes on. */
  async started(): Promise<void> {
    this.unlinked.clear();
    for (const told of this.untold.splice(0)) this.tell(told);
    await this.resume();
  }

  /** Goes on with everything that is pending, wherever it is kept. */
  async resume(): Promise<void> {
    await Promise.all(this.stores.allCards().map((cards) => this.resumeFrom(cards)));
  }

  private async resumeFrom(cards: Cards): Promise<void> {
    const rows = await cards.store.all().catch(() => undefined);
    if (!rows) return this.wake(LATEST_MS);
    const pending = rows.filter(({ shown, version }) => shown < version);
    const destinations = [...new Set(pending.map(({ destination }) => destination))];
    await Promise.all(
      destinations.map((destination) => {
        const count = pending.filter((row) => row.destination === destination).length;
        return this.resumeAt(destination, count, cards);
      }),
    );
  }

  private async resumeAt(destination: string, count: number, cards: Cards): Promise<void> {
    const address = addressOf(destination);
    const hand = address && handFor(this.hands.values(), address);
    if (!hand) return this.noteUnlinked(destination, count);
    const counter = this.counterOf(destination);
    const desk = hand.deskAt(address);
    if (!desk || counter.resuming) return this.wake(LATEST_MS);
    counter.resuming = true;
    try {
      const drained = await deliverPending({ ...desk, store: cards.store });
      if (drained?.left) await this.leave(desk, cards, drained.left);
      else if (drained?.broken) this.wake(LATEST_MS);
    } finally {
      counter.resuming = false;
    }
  }

  /** What waits for more than its turn is told once, so that people can be told in another way. */
  private async leave(
    desk: CardDesk,
    cards: Cards,
    { retryAfterMs, problem }: NonNullable<Drained['left']>,
  ): Promise<void> {
    this.wake(retryAfterMs);
    if (!problem) return;
    const { destination } = desk;
    for (const { shown, version, story } of await cards.store.pending(destination, [])) {
      const event = story.latest;
      if (shown >= version || this.late.has(event.id)) continue;
      if (this.counterOf(destination).isAwaited(event)) continue;
      this.noteLate(event);
      const reasons = [problem.message];
      const late = { receipt: 'deferred', reasons, problem, retryAfterMs } as const;
      this.tell({ destination, event, receipt: unsentReceipt(desk, late) });
    }
  }

  private noteUnlinked(destination: string, count: number): void {
    if (this.unlinked.has(destination)) return;
    this.unlinked.add(destination);
    this.warn(
      `${count} alerts are still to be shown at ${destination}, and no node sends there any more. They wait for a sender with that connection.`,
    );
  }

  private tell(told: Told): void {
    const address = addressOf(told.destination);
    const hand = address && handFor(this.hands.values(), address);
    if (hand) hand.tell(told.event, told.receipt);
    else this.untold.push(told);
  }
}
