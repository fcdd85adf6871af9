import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type Dispatcher, ping, WebSocket } from 'undici';
import type { Clock, ConnectionEvents } from '../../../../core/index';

/** Only here undici tells that the other end is there: its events hide pings and pongs. */
const PONG = 'undici:websocket:pong';
/** How often the other end is asked whether it is there, and has to have said so; in ms. */
const HEARTBEAT_MS = 20_000;
/** A server that does not answer a farewell is not waited for, in ms. */
const FAREWELL_MS = 1_000;

/** One WebSocket, which notices when the other end has gone without a word. */
export class Line {
  /** True once it stands, false where it never does. */
  readonly opened: Promise<boolean>;
  readonly closed: Promise<void>;
  private readonly socket: WebSocket;
  private heardAt = Number.NEGATIVE_INFINITY;

  constructor(
    url: string,
    dispatcher: Dispatcher,
    private readonly events: ConnectionEvents,
    /** Its waits end, without an error, when everything is closed. */
    private readonly clock: Pick<Clock, 'now' | 'sleep'>,
  ) {
    const socket = new WebSocket(url, { dispatcher });
    this.socket = socket;
    const heard = (told: unknown) => {
      if ((told as { readonly websocket?: unknown }).websocket === socket) this.note();
    };
    subscribe(PONG, heard);
    this.closed = new Promise((resolve) => {
      socket.addEventListener('close', () => {
        unsubscribe(PONG, heard);
        events.ended();
        resolve();
      });
    });
    const open = new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true));
    });
    this.opened = Promise.race([open, this.closed.then(() => false)]);
    socket.addEventListener('message', ({ data }) => {
      this.note();
      if (typeof data === 'string') events.message(data, (reply) => this.send(reply));
    });
  }

  /** Asks again and again, until it is over. */
  async watch(): Promise<void> {
    while (this.isOpen) {
      const askedAt = this.clock.now();
      ping(this.socket);
      await this.clock.sleep(HEARTBEAT_MS);
      if (this.isOpen && this.heardAt < askedAt) {
        this.events.ended();
        await this.close();
      }
    }
  }

  async close(): Promise<void> {
    this.socket.close();
    let late: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      late = setTimeout(resolve, FAREWELL_MS);
    });
    await Promise.race([this.closed, enough]);
    clearTimeout(late);
  }

  private get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  private send(text: string): void {
    if (this.isOpen) this.socket.send(text);
  }

  private note(): void {
    this.heardAt = this.clock.now();
  }
}
