import type { Delivery } from '../journal/entries';
import type { Desk } from '../server/desk';
import { type Parcel, post } from './deliver';
import type { Manners } from './rules';

/** One webhook that is due, and how it is kept. */
export interface Letter extends Parcel {
  /** The address as it may be shown. */
  shownUrl: string;
  alertId: string | null;
  content: object;
}

/** Webhooks leave one after the other, in the order in which things happened. */
export class Outbox {
  readonly #desk: Desk;
  readonly #platform: string;
  readonly #manners: Manners;
  #waiting: Letter[] = [];
  /** How often everything was forgotten. */
  #resets = 0;
  #sending: Promise<unknown> = Promise.resolve();

  constructor(desk: Desk, platform: string, manners: Manners) {
    this.#desk = desk;
    this.#platform = platform;
    this.#manners = manners;
  }

  put(letters: readonly Letter[]): void {
    this.#waiting.push(...letters);
  }

  /** Sends what waits, behind what is being sent; fulfilled with the first delivery once all were. */
  send(): Promise<Delivery | undefined> {
    const letters = this.#waiting;
    this.#waiting = [];
    const resets = this.#resets;
    const isWanted = () => resets === this.#resets && !this.#desk.closing.aborted;
    const sent = this.#sending.then(() => this.#deliverAll(letters, isWanted));
    this.#sending = sent.catch(() => {});
    return sent;
  }

  clear(): void {
    this.#waiting = [];
    this.#resets += 1;
  }

  async #deliverAll(
    letters: readonly Letter[],
    isWanted: () => boolean,
  ): Promise<Delivery | undefined> {
    let first: Delivery | undefined;
    for (const letter of letters) {
      if (!isWanted()) return first;
      const delivery = await this.deliver(letter);
      first ??= delivery;
    }
    return first;
  }

  /** Sends one webhook now, whatever waits. */
  async deliver({ shownUrl: url, alertId, content, ...parcel }: Letter): Promise<Delivery> {
    const answer = await post(this.#desk, this.#manners, parcel);
    const { eventType } = parcel;
    const told = { platform: this.#platform, eventType, alertId, url, body: content };
    return this.#desk.journal.addDelivery({ ...told, ...answer });
  }
}
