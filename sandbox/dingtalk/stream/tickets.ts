import { randomUUID } from 'node:crypto';
import type { DingTalkApp } from '../api/apps';

/** https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol */
const TICKET_MS = 90_000;

/** Whose connection it will be, and what it is told of. */
export interface Grant {
  app: DingTalkApp;
  /** The topics of its subscriptions of the type CALLBACK. */
  topics: readonly string[];
}

/** Each opens one connection, soon. */
export class Tickets {
  readonly #now: () => number;
  readonly #issued = new Map<string, Grant & { until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(grant: Grant): string {
    const ticket = randomUUID();
    this.#issued.set(ticket, { ...grant, until: this.#now() + TICKET_MS });
    return ticket;
  }

  /** What a ticket is good for; nothing, the second time. */
  take(ticket: string): Grant | undefined {
    const issued = this.#issued.get(ticket);
    this.#issued.delete(ticket);
    return issued && this.#now() < issued.until ? issued : undefined;
  }
}
