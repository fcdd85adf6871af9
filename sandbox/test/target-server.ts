import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { closeAfterTest } from './running';

export interface Received {
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

export interface Target {
  url: string;
  received: Received[];
  /** Fulfilled once so many bodies have come. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A trigger that keeps what it is sent and answers what it is told, once the gate is open. */
export const runTarget = (
  status = 200,
  answer = 'taken',
  gate: Promise<void> = Promise.resolve(),
): Promise<Target> =>
  listening(async (response) => {
    await gate;
    response.writeHead(status, { location: 'http://192.0.2.1/' }).end(answer);
  });

/** A trigger that takes what it is sent and hangs up. */
export const runBreakingTarget = (): Promise<Target> => listening((response) => response.destroy());

/** A trigger that takes what it is sent and says nothing, or begins to and never ends. */
export const runSilentTarget = (begins: boolean): Promise<Target> =>
  listening((response) => {
    if (begins) response.writeHead(200).write('tak');
  });

async function listening(answer: (response: ServerResponse) => void): Promise<Target> {
  const received: Received[] = [];
  const news = new EventEmitter();
  const server = createServer(async (req, res) => {
    received.push({ headers: req.headers, body: JSON.parse(await text(req)) });
    news.emit('arrival');
    answer(res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return closeAfterTest({
    url: `http://127.0.0.1:${port}/alerts`,
    received,
    arrived: async (count: number) => {
      while (received.length < count) await once(news, 'arrival');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}
