import { EventEmitter } from 'node:events';
import type { NewMessage } from '../platform';
import type { Callback, Delivery, HistoryEntry, Message, WireEntry } from './entries';

const KEPT = 1000;

export type Notice = { event: string; data: unknown };

/** Everything the stand-ins saw and sent; the inspection API and the page read it. */
export class Journal {
  readonly messages: Message[] = [];
  readonly requests: WireEntry[] = [];
  readonly deliveries: Delivery[] = [];
  readonly callbacks: Callback[] = [];
  readonly #notices = new EventEmitter().setMaxListeners(0);
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  addMessage(platform: string, message: NewMessage): Message {
    const at = this.#timestamp();
    const history: HistoryEntry[] = [{ at, event: 'posted' }];
    const told = { ref: null, replyTo: null, onlyFor: null, ...message };
    const kept = { ...told, platform, at, history, deleted: false };
    return this.#keep(this.messages, 'message', kept);
  }

  /** The message as it is from now on; what it was stays in its history. */
  updateMessage(platform: string, { text, payload, pings, size, views, ...found }: NewMessage) {
    const seen = { text, payload, pings, size, ...(views && { views }) };
    return this.#change(platform, found, 'updated', seen);
  }

  /** What one person sees of a message from now on; nobody else sees a change. */
  showTo(message: Message, person: string, payload: unknown): void {
    message.views = { ...message.views, [person]: payload };
    this.announce('message-changed', message);
  }

  deleteMessage(platform: string, found: Pick<NewMessage, 'channel' | 'ref'>) {
    return this.#change(platform, found, 'deleted', { deleted: true });
  }

  addRequest(entry: Omit<WireEntry, 'id' | 'at'>): WireEntry {
    return this.#keep(this.requests, 'request', { ...entry, at: this.#timestamp() });
  }

  addDelivery(entry: Omit<Delivery, 'id' | 'at'>): Delivery {
    return this.#keep(this.deliveries, 'delivery', { ...entry, at: this.#timestamp() });
  }

  addCallback(entry: Omit<Callback, 'id' | 'at'>): Callback {
    return this.#keep(this.callbacks, 'callback', { ...entry, at: this.#timestamp() });
  }

  clear(): void {
    const lists = [this.messages, this.requests, this.deliveries, this.callbacks];
    for (const list of lists) list.length = 0;
    this.announce('reset', {});
  }

  announce(event: string, data: unknown): void {
    this.#notices.emit('notice', { event, data });
  }

  listen(listener: (notice: Notice) => void): () => void {
    this.#notices.on('notice', listener);
    return () => this.#notices.off('notice', listener);
  }

  #change(
    platform: string,
    { channel, ref }: Pick<NewMessage, 'channel' | 'ref'>,
    event: 'updated' | 'deleted',
    change: Partial<Message>,
  ): Message | null {
    const message = this.messages.find(
      (one) => one.platform === platform && one.channel === channel && (one.ref ?? one.id) === ref,
    );
    if (!message) return null;
    const before = { text: message.text, payload: message.payload };
    message.history.push({ at: this.#timestamp(), event, before });
    delete message.views;
    Object.assign(message, change);
    this.announce('message-changed', message);
    return message;
  }

  #keep<T extends object>(
    list: (T & { id: string })[],
    kind: string,
    value: T,
  ): T & { id: string } {
    this.#count += 1;
    const entry = { id: `${kind}-${this.#count}`, ...value };
    list.push(entry);
    if (list.length > KEPT) list.shift();
    this.announce(kind, entry);
    return entry;
  }

  #timestamp(): string {
    return new Date(this.#now()).toISOString();
  }
}
