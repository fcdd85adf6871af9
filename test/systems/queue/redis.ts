import { freePort } from '../../hosts/support/free-port';
import { accepts, type Server } from './postgres';
import { Program } from './program';
import { temporaryFolder } from './temporary';

/** A Redis that keeps nothing. */
export const startRedis = async (): Promise<Server> => {
  const { path, remove } = temporaryFolder('redis');
  const port = await freePort();
  const server = new Program('Redis', 'redis-server', [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', path],
    ...['--save', '', '--appendonly', 'no'],
  ]);
  await server.until(() => accepts(port));
  return {
    port,
    stop: async () => {
      await server.end();
      remove();
    },
  };
};
