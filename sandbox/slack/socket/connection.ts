import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { isObject, type JsonObject } from '../../judging/shape';
import type { Called } from '../../people/call-back';
import type { SlackApp } from '../api/apps';
import { type News, PATIENCE_MS } from '../people/news';

/** Clients give a connection up on which nothing is heard for half a minute. */
const PING_MS = 10_000;
/** How long a connection that is told to end may go on. */
const GRACE_MS = 10_000;

const HOST = 'applink-sandbox';

type Acknowledge = (called: Called) => void;

/** One connection of an app. What it is sent counts as taken once it is acknowledged. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, Acknowledge>();

  constructor(
    readonly app: SlackApp,
    socket: WebSocket,
  ) {
    this.#socket = socket;
    const pings = setInterval(() => socket.ping(), PING_MS).unref();
    socket.on('message', (data) => this.#hear(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      for (const acknowledge of this.#waiting.values()) acknowledge(BROKEN);
    });
  }

  hello(connections: number): void {
    this.#say({
      type: 'hello',
      num_connections: connections,
      debug_info: { host: HOST, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.app.appId },
    });
  }

  end(reason: string): void {
    this.#say({ type: 'disconnect', reason, debug_info: { host: HOST } });
    const late = setTimeout(() => this.#socket.terminate(), GRACE_MS).unref();
    this.#socket.on('close', () => clearTimeout(late));
  }

  send(type: string, { payload, retry }: News): Promise<Called> {
    const envelope = randomUUID();
    const again = { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
    const answer = new Promise<Called>((resolve) => {
      const late = setTimeout(() => acknowledge(LATE), PATIENCE_MS);
      const acknowledge = (called: Called) => {
        clearTimeout(late);
        this.#waiting.delete(envelope);
        resolve(called);
      };
      this.#waiting.set(envelope, acknowledge);
    });
    this.#say({
      envelope_id: envelope,
      payload,
      type,
      accepts_response_payload: type !== 'events_api',
      ...(type === 'events_api' && again),
    });
    return answer;
  }

  #hear(text: string): void {
    const answer = objectIn(text);
    this.#waiting.get(String(answer?.envelope_id))?.(acknowledged(answer?.payload));
  }

  #say(message: JsonObject): void {
    this.#socket.send(JSON.stringify(message));
  }
}

/** An acknowledgement without a payload is an empty answer. */
function acknowledged(payload: unknown): Called {
  const isEmpty = !isObject(payload) || Object.keys(payload).length === 0;
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: isEmpty ? '' : JSON.stringify(payload), reason: null };
}

const BROKEN: Called = {
  status: null,
  headers: {},
  body: '',
  reason: 'The connection ended before the app acknowledged.',
  failure: 'broken',
};

const LATE: Called = {
  status: null,
  headers: {},
  body: '',
  reason: `The app did not acknowledge within ${PATIENCE_MS / 1000} seconds.`,
  failure: 'no-answer',
};

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
