import {
  type AlertEvent,
  type AlertState,
  type ButtonRules,
  type CardDesk,
  type Clock,
  deliverCards,
  deliverPending,
  type FilterDecision,
  findCard,
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

/** What a sender gives to its cards. */
interface CardsOf extends Pick<Hand, 'id' | 'tell'> {
  readonly config: ChatAlertDef;
  readonly kind: ChatKind;
  readonly buttons: ButtonRules | undefined;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
  readonly reached: () => Reached | undefined;
}

/** Keeps the cards of one sender: written down, then shown, and known to the outbox. */
export class CardSender implements Hand {
  readonly id: string;
  readonly tell: Hand['tell'];
  readonly connection: string;
  readonly place: string | undefined;

  constructor(private readonly own: CardsOf) {
    const { id, tell, config, kind } = own;
    this.id = id;
    this.tell = tell;
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
    const { outbox, kind } = this.own;
    const counter = outbox.counterOf(desk.destination);
    const [receipt] = await counter.awaiting(event, () =>
      deliverCards(desk, [{ event, decision }]),
    );
    if (receipt?.receipt === 'deferred') {
      outbox.wake(receipt.retryAfterMs ?? 0);
      if (receipt.problem) outbox.noteLate(event);
    }
    return receipt ?? unsentReceipt(kind, { receipt: 'unknown' });
  }

  /** Goes on with what was left at one place; the cards themselves come out as messages. */
  async deliverPending(reached: Reached, channel: string): Promise<Receipt> {
    const { kind, outbox } = this.own;
    const address = { connection: this.connection, place: channel };
    const drained = await deliverPending(this.deskFor(reached, address));
    const count = drained?.shown.size ?? 0;
    const reasons = [`Cards brought up to date: ${count}.`];
    if (!drained?.left)
      return unsentReceipt(kind, { receipt: count > 0 ? 'updated' : 'skipped', reasons });
    const { retryAfterMs, problem } = drained.left;
    outbox.wake(retryAfterMs);
    const why = [...reasons, ...(problem ? [problem.message] : [])];
    return unsentReceipt(kind, { receipt: 'deferred', reasons: why, retryAfterMs });
  }

  /** Undefined where nothing has been told of the alert. */
  async storyOf(channel: string, event: AlertEvent): Promise<AlertState | undefined> {
    const destination = destinationOf({ connection: this.connection, place: channel });
    const store = this.own.reached()?.cards.store;
    return store && (await findCard(store, destination, event))?.story;
  }

  deskAt(address: Address): CardDesk | undefined {
    const reached = this.own.stopping.aborted ? undefined : this.own.reached();
    return reached && this.deskFor(reached, address);
  }

  private deskFor({ connection, cards }: Reached, address: Address): CardDesk {
    const { config, kind, buttons, outbox, clock, stopping } = this.own;
    const destination = destinationOf(address);
    const { people, turn } = outbox.counterOf(destination);
    return {
      ...wayTo(config, kind, connection, clock),
      // Who stops begins nothing more; what is left is the next one's.
      http: async (request, limits) =>
        stopping.aborted
          ? { failed: 'not-sent', code: 'STOPPED' }
          : connection.http(request, limits),
      destination,
      to: placeOf(kind, address.place),
      mode: config.mode,
      mentionAssignees: config.mentionAssignees === true,
      buttons,
      store: cards.store,
      owner: outbox.owner,
      turn,
      people,
      onShown: (row, receipt) => outbox.shown(row, receipt),
    };
  }
}
