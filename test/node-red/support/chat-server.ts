import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Which of the sockets so far it came through, from 1. */
  readonly socket: number;
}

export type Respond = (got: Got, response: ServerResponse) => void;

/** A chat's server as a test needs it: what it got, in order, and its answers on demand. */
export class ChatServer {
  readonly got: Got[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly sockets = new Map<unknown, number>();
  private constructor(
    readonly server: Server,
    readonly url: string,
  ) {}

  static async start(
    respond: Respond = (_got, response) => response.end('ok'),
  ): Promise<ChatServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const chat = new ChatServer(
      server,
      `http://127.0.0.1:${port}/services/T0/B0/secretTokenOfTheHook`,
    );
    server.on('request', (request, response) => chat.take(request, response, respond));
    return chat;
  }

  /** The nth request, once it is there. */
  async nth(count: number): Promise<Got> {
    while (this.got.length < count)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.got[count - 1];
  }

  get socketCount(): number {
    return this.sockets.size;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(request: IncomingMessage, response: ServerResponse, respond: Respond): void {
    if (!this.sockets.has(request.socket)) this.sockets.set(request.socket, this.sockets.size + 1);
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const body = Buffer.concat(chunks).toString();
      const got = { path, headers, body, socket: this.sockets.get(request.socket) ?? 0 };
      this.got.push(got);
      for (const wake of this.waiting.splice(0)) wake();
      respond(got, response);
    });
  }
}
