import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { WireRequest } from '../../platform';
import type { Desk } from '../../server/desk';
import type { DingTalkApp } from '../api/apps';
import { Connection } from './connection';
import { answerOpenConnection } from './open-connection';
import { Tickets } from './tickets';

export const OPEN_CONNECTION = '/v1.0/gateway/connections/open';

const PATH = '/dingtalk/connect';
const PING_PATIENCE_MS = 2000;
/** How often it looks at the desk's clock. */
const LOOK_MS = 100;

/** The streams that apps have open. */
export class Gateway {
  readonly #desk: Desk;
  readonly #tickets: Tickets;
  #connections: readonly Connection[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#tickets = new Tickets(desk.now);
    desk.sockets.at(PATH, (query) => {
      const grant = this.#tickets.take(query.get('ticket') ?? '');
      return grant ? (socket) => this.#add(new Connection(grant, socket, desk.now), socket) : 401;
    });
    this.onClock(() => {
      for (const connection of this.#connections) connection.endIfDue();
    });
  }

  open(request: WireRequest) {
    const endpoint = `${this.#desk.origin.replace(/^http/, 'ws')}${PATH}`;
    return answerOpenConnection(request, { tickets: this.#tickets, endpoint });
  }

  /** A stream of the app that takes a topic: each in its turn, where DingTalk draws lots. */
  pick(app: DingTalkApp, topic: string): Connection | undefined {
    const found = this.#connections.find((one) => one.app === app && one.takes(topic));
    if (found) this.#connections = [...this.#without(found), found];
    return found;
  }

  of(app?: DingTalkApp): readonly Connection[] {
    return this.#connections.filter((one) => app === undefined || one.app === app);
  }

  /** Whether a client gives back what it was asked with. */
  async ping(connection: Connection): Promise<boolean> {
    const data = JSON.stringify({ opaque: randomUUID() });
    const frame = { type: 'SYSTEM', topic: 'ping', messageId: randomUUID(), data } as const;
    const ack = await connection.push(frame, PING_PATIENCE_MS);
    return ack?.code === 200 && ack.data === data;
  }

  /** Looks at the clock of the desk, until the sandbox closes. */
  onClock(look: () => void): void {
    const timer = setInterval(look, LOOK_MS).unref();
    this.#desk.closing.addEventListener('abort', () => clearInterval(timer), { once: true });
  }

  #add(connection: Connection, socket: WebSocket): void {
    this.#connections = [...this.#connections, connection];
    socket.on('close', () => {
      this.#connections = this.#without(connection);
    });
  }

  #without(connection: Connection): readonly Connection[] {
    return this.#connections.filter((one) => one !== connection);
  }
}
