import { createServer, type IncomingHttpHeaders } from 'node:http';
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
  close(): Promise<void>;
}

/** A trigger that keeps what it is sent and answers what it is told. */
export async function runTarget(status = 200, answer = 'taken'): Promise<Target> {
  const received: Received[] = [];
  const server = createServer(async (req, res) => {
    received.push({ headers: req.headers, body: JSON.parse(await text(req)) });
    res.writeHead(status, { location: 'http://192.0.2.1/' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return closeAfterTest({
    url: `http://127.0.0.1:${port}/alerts`,
    received,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}
