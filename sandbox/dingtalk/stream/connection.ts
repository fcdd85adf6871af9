import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { DingTalkApp } from '../api/apps';
import { type Ack, type Frame, readAck, written } from './frames';
import type { Grant } from './tickets';

/** https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol: silence before the end */
const FAREWELL_MS = 10_000;

/** One open stream of an app. */
export class Connection {
  readonly id = randomUUID();
  readonly app: DingTalkApp;
  readonly topics: readonly string[];
  readonly #socket: WebSocket;
  readonly #now: () => number;
  readonly #awaited = new Map<string, (ack: Ack | undefined) => void>();
  #endsAt: number | undefined;

  constructor({ app, topics }: Grant, socket: WebSocket, now: () => number) {
    this.app = app;
    this.topics = topics;
    this.#socket = socket;
    this.#now = now;
    socket.on('message', (data) => this.#hear(String(data)));
    socket.on('close', () => this.#giveUp());
    socket.on('error', () => socket.terminate());
  }

  /** Whether it is told of a topic, now. */
  takes(topic: string): boolean {
    const isOpen = this.#socket.readyState === this.#socket.OPEN && this.#endsAt === undefined;
    return isOpen && this.topics.includes(topic);
  }

  /** Sends a frame; the ack, if one comes in time. */
  push(frame: Frame, patienceMs: number): Promise<Ack | undefined> {
    const { messageId } = frame;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), patienceMs);
      const settle = (ack: Ack | undefined) => {
        clearTimeout(timer);
        this.#awaited.delete(messageId);
        resolve(ack);
      };
      this.#awaited.set(messageId, settle);
      this.#socket.send(written(frame, this.#now()));
    });
  }

  /** Tells the client to go, and ends it a while later. */
  sayFarewell(): void {
    const data = JSON.stringify({ reason: 'connection is expired' });
    const frame = { type: 'SYSTEM', topic: 'disconnect', messageId: randomUUID(), data } as const;
    this.#socket.send(written(frame, this.#now()));
    this.#endsAt = this.#now() + FAREWELL_MS;
  }

  endIfDue(): void {
    if (this.#endsAt !== undefined && this.#now() >= this.#endsAt) this.#socket.close();
  }

  breakOff(): void {
    this.#socket.terminate();
  }

  #hear(text: string): void {
    const ack = readAck(text);
    if (ack) this.#awaited.get(ack.messageId)?.(ack);
  }

  #giveUp(): void {
    for (const settle of this.#awaited.values()) settle(undefined);
  }
}
