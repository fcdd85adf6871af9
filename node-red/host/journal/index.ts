import type { NodeAPI } from 'node-red';
import type { AlertEvent } from '../../../core/index';
import { guard } from '../guard';
import { reasonOf, storesOf } from '../store/index';
import type { KeptStore } from '../store/kept-store';
import { entriesOnDisk } from './entries-on-disk';
import { Journal } from './journal';
import { memoryStore } from './memory-store';

export type WhenUnavailable = 'refuse' | 'memory';

/** Hands an event to the flow behind a node. */
export type Send = (event: AlertEvent, redelivered: boolean) => void;

const SWEEP_EVERY_MS = 15_000;

/** What was accepted, on disk or, where that is not possible and allowed, in memory. */
export class Journals {
  private readonly disk: Journal;
  private readonly memory = new Journal(memoryStore());
  private readonly senders = new Map<string, Send>();
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: KeptStore,
    private readonly log: (sentence: string) => void,
  ) {
    this.disk = new Journal(entriesOnDisk(store));
  }

  attach(node: string, send: Send): void {
    this.senders.set(node, send);
    this.store.use();
    this.sweeping ??= setInterval(() => this.sweep(), SWEEP_EVERY_MS).unref();
  }

  detach(node: string): void {
    if (!this.senders.delete(node)) return;
    this.store.release();
    if (this.senders.size > 0) return;
    clearInterval(this.sweeping);
    this.sweeping = undefined;
  }

  /** Through the node as it is now: a deploy may have replaced the one that took the event in. */
  send(node: string, event: AlertEvent): void {
    this.senders.get(node)?.(event, false);
  }

  /** Why nothing can be kept on disk, or undefined when it can. */
  async unavailable(): Promise<string | undefined> {
    try {
      await this.store.open();
      return undefined;
    } catch (thrown) {
      return reasonOf(thrown);
    }
  }

  async accept(
    node: string,
    events: readonly AlertEvent[],
    policy: WhenUnavailable,
  ): Promise<readonly AlertEvent[]> {
    try {
      return await this.disk.accept(node, events);
    } catch (thrown) {
      if (policy === 'refuse') throw thrown;
      return this.memory.accept(node, events);
    }
  }

  /** An end point of ours is done with the event; nothing happens to events never accepted. */
  async settle(id: string): Promise<void> {
    if (this.senders.size === 0) return;
    await this.memory.settle(id);
    await guard(
      () => this.disk.settle(id),
      (error) => this.log(reasonOf(error)),
    );
  }

  /** After a start or a deploy: what was under way may be lost, so it is sent again. */
  async redeliver(): Promise<void> {
    for (const journal of [this.memory, this.disk]) {
      const entries = await journal.unsettled().catch(() => []);
      for (const { node, event } of entries) this.senders.get(node)?.(event, true);
    }
  }

  private sweep(): void {
    for (const journal of [this.memory, this.disk]) {
      void guard(
        () => journal.sweep(),
        (error) => this.log(reasonOf(error)),
      );
    }
  }
}

const journals = new WeakMap<object, Journals>();

/** One journal for the life of the process. */
export function journalsOf(RED: NodeAPI): Journals {
  const key = RED.events;
  const known = journals.get(key);
  if (known) return known;
  const { disk } = storesOf(RED);
  const opened = new Journals(disk, (sentence) => RED.log.debug(`alertwire: ${sentence}`));
  RED.events.on(
    'flows:started',
    () =>
      void guard(
        () => opened.redeliver(),
        (error) => RED.log.warn(`alertwire: ${error.message}`),
      ),
  );
  journals.set(key, opened);
  return opened;
}
