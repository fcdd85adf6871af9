import type { Desk } from '../../server/desk';
import type { Gateway } from '../stream/gateway';
import { type Mail, type Posted, post } from './robot-door';

/** What the SDK says of messages that got no ack: https://github.com/open-dingtalk/dingtalk-stream-sdk-nodejs */
const AGAIN_MS = 60_000;
/** How often in all; nobody says. */
const MOST_PUSHES = 3;
const KEPT = 100;

interface Kept {
  mail: Mail;
  pushes: number;
  /** When it is pushed again; never, once it was acked or went by HTTP. */
  dueAt?: number;
}

/** The messages robots were sent, of which some are sent again. */
export class Mailbag {
  readonly #desk: Desk;
  readonly #gateway: Gateway;
  #kept: Kept[] = [];

  constructor(desk: Desk, gateway: Gateway) {
    this.#desk = desk;
    this.#gateway = gateway;
    gateway.onClock(() => this.#pushDue());
  }

  send(mail: Mail): Promise<Posted | string> {
    const kept: Kept = { mail, pushes: 0 };
    this.#kept = [...this.#kept.slice(1 - KEPT), kept];
    return this.#post(kept);
  }

  /** A message as it was, or the newest one; undefined where there is none. */
  find(msgId?: string): Mail | undefined {
    return this.#kept.findLast(({ mail }) => msgId === undefined || mail.msgId === msgId)?.mail;
  }

  /** The same once more, whatever became of it. */
  again(mail: Mail): Promise<Posted | string> {
    return post(this.#desk, this.#gateway, mail);
  }

  clear(): void {
    this.#kept = [];
  }

  async #post(kept: Kept): Promise<Posted | string> {
    delete kept.dueAt;
    kept.pushes += 1;
    const posted = await this.again(kept.mail);
    const unheard = typeof posted !== 'string' && posted.via === 'stream' && posted.status === null;
    if (unheard && kept.pushes < MOST_PUSHES) kept.dueAt = this.#desk.now() + AGAIN_MS;
    return posted;
  }

  #pushDue(): void {
    const now = this.#desk.now();
    for (const kept of this.#kept) {
      if (kept.dueAt !== undefined && now >= kept.dueAt) void this.#post(kept);
    }
  }
}
