import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Callback } from '../../journal/entries';
import type { Called } from '../../people/call-back';
import type { Desk } from '../../server/desk';
import type { SlackApp } from '../api/apps';
import type { News } from '../people/news';
import { shownPayload } from '../people/shown';
import { Connection } from './connection';

const PATH = '/slack/link/';
/** https://docs.slack.dev/apis/events-api/using-socket-mode#connections */
const MOST_CONNECTIONS = 10;
/** How long an address waits for its connection, nobody says. */
const TICKET_LIFE_MS = 30_000;

interface Ticket {
  app: SlackApp;
  at: number;
}

/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export class Gateway {
  readonly #desk: Desk;
  readonly #tickets = new Map<string, Ticket>();
  #connections: Connection[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.sockets.at(PATH, (query) => this.#admit(query.get('ticket') ?? ''));
  }

  /** The address of one connection, good once. */
  open(app: SlackApp): string {
    const ticket = randomBytes(16).toString('hex');
    this.#tickets.set(ticket, { app, at: this.#desk.now() });
    const origin = this.#desk.origin.replace(/^http/, 'ws');
    return `${origin}${PATH}?ticket=${ticket}&app_id=${app.appId}`;
  }

  isOpen(app: SlackApp): boolean {
    return this.countOf(app) > 0;
  }

  countOf(app: SlackApp): number {
    return this.#of(app).length;
  }

  /** Several connections share what an app is told. */
  async send(app: SlackApp, type: string, news: News): Promise<Called> {
    const [next] = this.#of(app);
    if (!next) throw new Error(`${app.name} has no connection.`);
    this.#connections = [...this.#connections.filter((one) => one !== next), next];
    const started = performance.now();
    const called = await next.send(type, news);
    const ms = Math.round(performance.now() - started);
    this.#desk.journal.addCallback({
      ...entryOf(news, this.#desk.origin),
      ...answerOf(called),
      ms,
    });
    return called;
  }

  /** Tells every connection that it ends soon; new ones are not told. */
  refresh(): number {
    const old = this.#connections;
    this.#connections = [];
    for (const connection of old) connection.end('refresh_requested');
    return old.length;
  }

  #of(app: SlackApp): Connection[] {
    return this.#connections.filter((one) => one.app === app);
  }

  #admit(ticket: string): ((socket: WebSocket) => void) | number {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (!found || this.#desk.now() - found.at > TICKET_LIFE_MS) return 403;
    return (socket) => this.#welcome(found.app, socket);
  }

  #welcome(app: SlackApp, socket: WebSocket): void {
    const connection = new Connection(app, socket);
    if (this.countOf(app) >= MOST_CONNECTIONS) {
      connection.end('too_many_websockets');
      return;
    }
    this.#connections.push(connection);
    socket.on('close', () => {
      this.#connections = this.#connections.filter((one) => one !== connection);
    });
    connection.hello(this.countOf(app));
  }
}

function entryOf({ kind, by, payload }: News, origin: string) {
  const body = JSON.stringify(shownPayload(payload));
  return { platform: 'slack', kind, by: by ?? null, url: origin.replace(/^http/, 'ws'), body };
}

function answerOf({
  status,
  body,
  reason,
}: Called): Pick<Callback, 'status' | 'answer' | 'reason'> {
  return { status, answer: status === null ? null : body, reason };
}
