import {
  type AlertEvent,
  type CardDesk,
  type Clock,
  deliverCards,
  deliverPending,
  type FilterDecision,
  type Receipt,
  unsentReceipt,
} from '../../../core/index';
import { type Address, destinationOf } from '../outbox/address';
import type { Hand } from '../outbox/hand';
import type { Outbox } from '../outbox/index';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind } from './connection';
import { wayTo } from './deliver';
import { channelOf, placeOf } from './place';
import { connectionIdOf, type Reached } from './reached';

/** Keeps the cards of one sender: written down, then shown, and known to the outbox. */
export class CardSender implements Hand {
  readonly connection: string;
  readonly place: string | undefined;

  constructor(
    readonly id: string,
    private readonly config: ChatAlertDef,
    private readonly kind: ChatKind,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly stopping: AbortSignal,
    private readonly reached: () => Reached | undefined,
    readonly tell: Hand['tell'],
  ) {
    this.connection = connectionIdOf(config, kind);
    this.place = channelOf(config, kind);
  }

  /** `kept` is called once the event will be shown whatever happens to this process. */
  async deliver(
    { connection, cards }: Reached,
    channel: string,
    event: AlertEvent,
    decision: FilterDecision | undefined,
    kept: () => void,
  ): Promise<Receipt> {
    const address = { connection: this.connection, place: channel };
    const desk = {
      ...this.deskFor({ connection, cards }, address),
      ...(cards.outlives && { onKept: kept }),
    };
    const counter = this.outbox.counterOf(desk.destination);
    const [receipt] = await counter.awaiting(event, () =>
      deliverCards(desk, [{ event, decision }]),
    );
    if (receipt?.receipt === 'deferred') {
      this.outbox.wake(receipt.retryAfterMs ?? 0);
      if (receipt.problem) this.outbox.noteLate(event);
    }
    return receipt ?? unsentReceipt(this.kind, { receipt: 'unknown' });
  }

  /** Goes on with what was left at one place; the cards themselves come out as messages. */
  async deliverPending(reached: Reached, channel: string): Promise<Receipt> {
    const address = { connection: this.connection, place: channel };
    const drained = await deliverPending(this.deskFor(reached, address));
    const count = drained?.shown.size ?? 0;
    const reasons = [`Cards brought up to date: ${count}.`];
    if (!drained?.left)
      return unsentReceipt(this.kind, { receipt: count > 0 ? 'updated' : 'skipped', reasons });
    const { retryAfterMs, problem } = drained.left;
    this.outbox.wake(retryAfterMs);
    const why = [...reasons, ...(problem ? [problem.message] : [])];
    return unsentReceipt(this.kind, { receipt: 'deferred', reasons: why, retryAfterMs });
  }

  deskAt(address: Address): CardDesk | undefined {
    const reached = this.stopping.aborted ? undefined : this.reached();
    return reached && this.deskFor(reached, address);
  }

  private deskFor({ connection, cards }: Reached, address: Address): CardDesk {
    const { config, kind, outbox, clock } = this;
    const destination = destinationOf(address);
    const { people, turn } = outbox.counterOf(destination);
    return {
      ...wayTo(config, kind, connection, clock),
      // Who stops begins nothing more; what is left is the next one's.
      http: async (request, limits) =>
        this.stopping.aborted
          ? { failed: 'not-sent', code: 'STOPPED' }
          : connection.http(request, limits),
      destination,
      to: placeOf(kind, address.place),
      mode: config.mode,
      mentionAssignees: config.mentionAssignees === true,
      store: cards.store,
      owner: outbox.owner,
      turn,
      people,
      onShown: (row, receipt) => outbox.shown(row, receipt),
    };
  }
}
