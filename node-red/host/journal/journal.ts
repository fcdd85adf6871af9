import type { AlertEvent } from '../../../core/index';
import type { Entry, EntryStore } from './entry';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** How long a settled event is known, so that a repeat and a second branch are recognised. */
const KEEP_SETTLED_MS = MINUTE;
/** After this an event that nobody settled was dropped by the flow on purpose. */
const HOLD_MS = 10 * MINUTE;
/** Older than this it would tell people about yesterday. */
const OLDEST_MS = 24 * 60 * MINUTE;
/** An event that ends the process each time is given up; a night of quick restarts is lived through. */
const MOST_REDELIVERIES = 6;

/** What was accepted and is not yet dealt with. */
export class Journal {
  constructor(
    private readonly store: EntryStore,
    private readonly now: () => number = Date.now,
  ) {}

  /** Writes the events down and returns those to be sent on: all but repeats of settled ones. */
  async accept(node: string, events: readonly AlertEvent[]): Promise<readonly AlertEvent[]> {
    const now = this.now();
    const known = await Promise.all(events.map(({ id }) => this.store.get(id)));
    const fresh = events.filter((_event, index) => known[index]?.settledAt === undefined);
    const entry = (event: AlertEvent): Entry => ({
      event,
      node,
      acceptedAt: now,
      sentAt: now,
      redelivered: 0,
    });
    await this.put(fresh.map(entry));
    return fresh;
  }

  /** One of our end points is done with this event. */
  async settle(id: string): Promise<void> {
    const entry = await this.store.get(id);
    if (!entry || entry.settledAt !== undefined) return;
    await this.put([{ ...entry, settledAt: this.now() }]);
  }

  /** What has to be sent once more because a restart may have lost it. */
  async unsettled(): Promise<readonly Entry[]> {
    const now = this.now();
    const entries = await this.store.all();
    const again = entries
      .filter((entry) => entry.settledAt === undefined && !this.isOver(entry))
      .filter(({ redelivered }) => redelivered < MOST_REDELIVERIES)
      .sort((one, other) => one.acceptedAt - other.acceptedAt)
      .map((entry) => ({ ...entry, sentAt: now, redelivered: entry.redelivered + 1 }));
    await this.put(again);
    return again;
  }

  /** Forgets what is over. */
  async sweep(): Promise<void> {
    const now = this.now();
    const over = (await this.store.all()).filter(
      (entry) => this.isOver(entry) || now - entry.sentAt >= HOLD_MS,
    );
    await this.store.write(over.map(({ event }) => ({ type: 'del', key: event.id })));
  }

  private isOver({ settledAt, acceptedAt }: Entry): boolean {
    const now = this.now();
    if (settledAt !== undefined) return now - settledAt >= KEEP_SETTLED_MS;
    return now - acceptedAt >= OLDEST_MS;
  }

  private put(entries: readonly Entry[]): Promise<void> {
    return this.store.write(entries.map((value) => ({ type: 'put', key: value.event.id, value })));
  }
}
