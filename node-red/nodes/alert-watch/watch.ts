import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { type AlertEvent, type Watched, type WatchRules, watchCards } from '../../../core/index';
import { guard } from '../../host/guard';
import type { Outbox } from '../../host/outbox/index';
import { Refusals } from '../../host/refusals';
import { show, timeOfDay } from '../../host/status';
import { reasonOf, type Stores } from '../../host/store/index';
import type { Beats } from './beats';
import { ping } from './ping';

export interface WatchSettings {
  readonly rules: WatchRules;
  readonly everyMs: number;
  readonly pingUrl: string;
}

/** After the flows run, so that every connection has said where its cards are. */
const FIRST_AFTER_MS = 1_000;

/** Looks over all cards and heartbeats again and again, and tells what people have to know. */
export class Watch {
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  /** One thing at a time: a heartbeat may come in the middle of a sweep. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly refusals: Refusals;

  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
    private readonly stores: Pick<Stores, 'allCards'>,
    private readonly outbox: Outbox,
    private readonly beats: Beats,
    private readonly settings: WatchSettings,
  ) {
    this.refusals = new Refusals((sentence) => node.warn(sentence));
    this.next(Math.min(FIRST_AFTER_MS, settings.everyMs));
  }

  async hear(event: AlertEvent): Promise<void> {
    const events = await this.inTurn(() => this.beats.hear(event, Date.now()));
    for (const one of events) this.node.send([null, null, messageOf(one)]);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.last;
  }

  private next(afterMs: number): void {
    if (this.closed) return;
    const sweep = () =>
      void guard(
        () => this.inTurn(() => this.sweep()),
        (error) => this.failed(reasonOf(error)),
        () => this.next(this.settings.everyMs),
      );
    this.timer = setTimeout(sweep, afterMs).unref();
  }

  /** A store that fails keeps the others from nothing, but such a sweep is not a good one. */
  private async sweep(): Promise<void> {
    const now = Date.now();
    const sweeps = this.stores.allCards().map(({ store }) => this.tellOf(store, now));
    const [seen, silent] = await Promise.all([
      Promise.allSettled(sweeps),
      this.beats.listen(now).then((events) => this.tellSilent(events)),
    ]);
    const broken = seen.find((one) => one.status === 'rejected');
    const counts = seen.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const told = counts.reduce((sum, one) => sum + one.told, silent);
    const pending = counts.reduce((sum, one) => sum + one.pending, 0);
    if (pending > 0) this.goOn();
    if (broken) throw broken.reason;
    const problem = this.settings.pingUrl ? await ping(this.settings.pingUrl) : undefined;
    const values = { told: String(told), pending: String(pending), time: timeOfDay(now) };
    if (problem) this.refusals.note(`${problem.message} ${problem.hint}`, now);
    if (problem) show(this.node, 'yellow', 'ring', this.RED._('status.noPing', values));
    else show(this.node, 'green', 'dot', this.RED._('status.swept', values));
  }

  private async tellOf(store: Parameters<typeof watchCards>[0], now: number) {
    const { notAccepted, undelivered, pending } = await watchCards(store, this.settings.rules, now);
    for (const { event, decision } of notAccepted)
      this.node.send([{ ...messageOf(event), decision }, null, null]);
    for (const one of undelivered) this.node.send([null, undeliveredOf(one), null]);
    return { told: notAccepted.length + undelivered.length, pending: countOf(pending) };
  }

  private tellSilent(events: readonly AlertEvent[]): number {
    for (const event of events) this.node.send([null, null, messageOf(event)]);
    return events.length;
  }

  /** It may take a while: the next sweep does not wait for it. */
  private goOn(): void {
    void guard(
      () => this.outbox.resume(),
      (error) => this.node.warn(error.message),
    );
  }

  private failed(reason: string): void {
    show(this.node, 'red', 'ring', this.RED._('status.failed'));
    this.refusals.note(this.RED._('warning.failed', { reason }), Date.now());
    this.next(this.settings.everyMs);
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => {});
    return mine;
  }
}

const messageOf = (event: AlertEvent): NodeMessage => ({
  topic: event.alert.id,
  payload: event,
});

const undeliveredOf = ({
  event,
  destination,
  problem,
}: Watched['undelivered'][number]): NodeMessage => ({
  ...messageOf(event),
  delivery: { receipt: 'failed', destination, problem },
});

const countOf = (pending: Watched['pending']): number =>
  pending.reduce((sum, { count }) => sum + count, 0);
