import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll } from '@jest/globals';

/** What is done once a whole request is there. */
export type Behaviour = (socket: Socket) => void;

export interface ByteServer {
  readonly origin: string;
  /** How many requests came since the test began. */
  readonly requests: number;
  answer(behaviour: Behaviour): void;
}

/** A server that writes bytes, for answers no HTTP server would give. */
export const useByteServer = (): ByteServer => {
  const sockets = new Set<Socket>();
  let server: Server;
  let behaviour: Behaviour = (socket) => socket.destroy();
  let requests = 0;

  const converse = (socket: Socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (!isWhole(received)) return;
      received = Buffer.alloc(0);
      requests += 1;
      behaviour(socket);
    });
  };

  beforeAll(async () => {
    server = createServer(converse);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    requests = 0;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  return {
    get origin() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    get requests() {
      return requests;
    },
    answer: (next) => {
      behaviour = next;
    },
  };
};

const isWhole = (received: Buffer): boolean => {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = received.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  return received.length >= end + 4 + length;
};

/** An answer as it stands on the wire; the connection ends with it. */
export const written = (status: number, body = '', headers: readonly string[] = []): string =>
  [
    `HTTP/1.1 ${status} Status`,
    'Connection: close',
    ...(HAS_NO_BODY.has(status) ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...headers,
    '',
    HAS_NO_BODY.has(status) ? '' : body,
  ].join('\r\n');

/** https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
const HAS_NO_BODY: ReadonlySet<number> = new Set([204, 304]);
