import { createServer } from 'node:net';
import { Stop } from './progress.mjs';

/** The port a person chose by an environment variable, or the usual one. */
export function chosenPort(variable, usual) {
  const port = Number(process.env[variable] ?? usual);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Stop(`${variable} is ${process.env[variable]}, which is not a port (1 to 65535).`);
}

/** Says so in a sentence when somebody else listens there. */
export function requireFree(port, variable) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(
        new Stop(
          `Port ${port} is taken by another program. Stop it, or choose another port: ` +
            `${variable}=${port + 1} npm start`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => server.close(resolve));
  });
}

/** A port nobody listens on, chosen by the system. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
