import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../hosts/support/free-port';
import { Program } from './program';
import { temporaryFolder } from './temporary';

export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** Debian keeps the programs of the server out of the path. */
const DEBIAN = '/usr/lib/postgresql';

const program = (name: string): string => {
  const [newest] = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one));
  return join(DEBIAN, newest ?? '', 'bin', name);
};

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
const asItsUser = (command: string, parameters: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['runuser', ['-u', 'postgres', '--', command, ...parameters]]
    : [command, [...parameters]];

/** A cluster of its own, with a database `postgres` for the user `n8n`, without a password. */
export const startPostgres = async (): Promise<Server> => {
  const { path, remove } = temporaryFolder('postgres');
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', path]);
  const data = join(path, 'data');
  const setUp = ['-D', data, '-U', 'n8n', '--auth=trust', '--no-sync'];
  execFileSync(...asItsUser(program('initdb'), setUp), { stdio: 'ignore', cwd: path });
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-k', path, '-h', '127.0.0.1', '-F'];
  const server = new Program(
    'PostgreSQL',
    ...asItsUser(program('postgres'), [...options, '-c', 'max_connections=200']),
  );
  await server.until(() => accepts(port));
  return {
    port,
    stop: async () => {
      // runuser hands the signal on; a fast shutdown does not wait for clients
      await server.end('SIGTERM');
      remove();
    },
  };
};

/** Does somebody take connections there? */
export const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
