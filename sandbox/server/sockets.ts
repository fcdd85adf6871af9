import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isLoopback } from './loopback';

/** What becomes of a WebSocket that asks to be let in, or the HTTP status it is turned away with. */
export type Admit = (query: URLSearchParams) => ((socket: WebSocket) => void) | number;

/** The WebSockets of the platforms, by their paths. */
export class Sockets {
  readonly #admits = new Map<string, Admit>();
  readonly #server = new WebSocketServer({ noServer: true });

  /** `path` begins with the mount point of the platform. */
  at(path: string, admit: Admit): void {
    this.#admits.set(path, admit);
  }

  serve(server: Server, closing: AbortSignal): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    closing.addEventListener('abort', () => {
      for (const client of this.#server.clients) client.terminate();
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const admitted = this.#admit(request);
    if (typeof admitted === 'number') {
      socket.end(`HTTP/1.1 ${admitted} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, admitted);
  }

  /** A page of the Internet may not come in under its own name, as at every other address. */
  #admit({ url = '', headers }: IncomingMessage): ((socket: WebSocket) => void) | number {
    const host = `http://${headers.host ?? ''}`;
    if (!URL.canParse(url, host) || !isLoopback(new URL(host).hostname)) return 421;
    const { pathname, searchParams } = new URL(url, host);
    return this.#admits.get(pathname)?.(searchParams) ?? 404;
  }
}
