import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Longer than a machine under load stands still: a connection that the server ends for idleness
 * while the next request is on its way looks like a lost answer.
 */
const KEEP_ALIVE_MS = 120_000;

/** Starts to listen and tells the port; a taken port is named in a sentence. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port, host)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentence = SENTENCES[error.code ?? '']?.(port, host) ?? error.message;
  return new Error(sentence, { cause: error });
}

const SENTENCES: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port, host) =>
    `Port ${port} on ${host} is taken by another program; choose another one with ALERTWIRE_SANDBOX_PORT.`,
  EACCES: (port) => `This user may not open port ${port}; choose one above 1023.`,
};
