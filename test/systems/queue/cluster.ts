import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../hosts/support/free-port';
import { N8nSession } from '../../hosts/support/n8n-session';
import { root } from '../../hosts/support/served';
import { type Server, startPostgres } from './postgres';
import { Program } from './program';
import { startRedis } from './redis';
import { temporaryFolder } from './temporary';

const OWNER = { email: 'owner@alertwire.example', password: 'Queue-mode-1' };

/** n8n as larger installations run it: one main, workers that take runs from Redis, PostgreSQL. */
export class Cluster {
  private constructor(
    readonly url: string,
    readonly session: N8nSession,
    readonly workers: readonly Program[],
    readonly stop: () => Promise<void>,
  ) {}

  /** What was started is stopped again where something does not start. */
  static async start(workers: number): Promise<Cluster> {
    const { path, remove } = temporaryFolder('queue');
    const servers: Server[] = [];
    const programs: Program[] = [];
    const stop = async () => {
      await Promise.all(programs.map((program) => program.end()));
      await Promise.all(servers.map((server) => server.stop()));
      remove();
    };
    try {
      servers.push(await startPostgres(), await startRedis());
      const [postgres, redis] = servers.map((server) => server.port);
      const machine = { common: environment(postgres, redis), path, tarball: pack(path) };
      const { url, main } = await startMain(machine);
      programs.push(main);
      await main.until(() => answersJson(`${url}/rest/settings`));
      const session = await N8nSession.setUp(url, OWNER);
      const names = Array.from({ length: workers }, (_, index) => `worker-${index}`);
      const started = await Promise.all(names.map((name) => startWorker(machine, name)));
      programs.push(...started);
      return new Cluster(url, session, started, stop);
    } catch (thrown) {
      await stop();
      throw thrown;
    }
  }
}

/** What all processes of n8n have in common. */
interface Machine {
  readonly common: NodeJS.ProcessEnv;
  readonly path: string;
  readonly tarball: string;
}

const startMain = async (machine: Machine) => {
  const port = await freePort();
  const env = { ...machine.common, ...(await own(machine, 'main')), N8N_PORT: String(port) };
  const main = new Program('n8n', 'node', [n8n(), 'start'], { env });
  return { url: `http://127.0.0.1:${port}`, main };
};

const startWorker = async (machine: Machine, name: string): Promise<Program> => {
  const port = await freePort();
  const worker = new Program(name, 'node', [n8n(), 'worker', '--concurrency=10'], {
    env: {
      ...machine.common,
      ...(await own(machine, name)),
      QUEUE_HEALTH_CHECK_ACTIVE: 'true',
      QUEUE_HEALTH_CHECK_PORT: String(port),
      N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
    },
  });
  await worker.until(async () => (await fetch(`http://127.0.0.1:${port}/healthz/readiness`)).ok);
  return worker;
};

const n8n = (): string => {
  const folder = process.env.ALERTWIRE_N8N_HOME;
  if (!folder) throw new Error('Run this by npm run test:systems: it fetches n8n first.');
  return join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
};

/** n8n is not to know that a test runs it. */
const { NODE_ENV: _ofJest, JEST_WORKER_ID: _alsoOfJest, ...inherited } = process.env;

const environment = (postgres = 0, redis = 0): NodeJS.ProcessEnv => ({
  ...inherited,
  EXECUTIONS_MODE: 'queue',
  OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
  QUEUE_BULL_REDIS_HOST: '127.0.0.1',
  QUEUE_BULL_REDIS_PORT: String(redis),
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: '127.0.0.1',
  DB_POSTGRESDB_PORT: String(postgres),
  DB_POSTGRESDB_DATABASE: 'postgres',
  DB_POSTGRESDB_USER: 'n8n',
  DB_POSTGRESDB_POOL_SIZE: '8',
  N8N_ENCRYPTION_KEY: 'alertwire-queue-mode',
  N8N_LISTEN_ADDRESS: '127.0.0.1',
  N8N_SECURE_COOKIE: 'false',
  N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
});

/** Each process has its folder with the pack in it, and its port for task runners. */
const own = async ({ path, tarball }: Machine, name: string): Promise<NodeJS.ProcessEnv> => {
  const folder = join(path, name);
  const pack = join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-alertwire');
  mkdirSync(pack, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', pack, '--strip-components', '1']);
  return { N8N_USER_FOLDER: folder, N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
};

const pack = (folder: string): string => {
  const npm = process.env.npm_execpath;
  const parameters = ['pack', '--json', '--pack-destination', folder];
  const output = npm
    ? execFileSync('node', [npm, ...parameters], { cwd: root, encoding: 'utf8' })
    : execFileSync('npm', parameters, { cwd: root, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(output.slice(output.indexOf('[')));
  return join(folder, filename);
};

/** Before the application is up, the address answers with a page. */
const answersJson = async (address: string): Promise<boolean> =>
  (await fetch(address)).headers.get('content-type')?.includes('json') === true;
