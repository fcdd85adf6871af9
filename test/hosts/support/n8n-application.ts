import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedPackage } from '../../n8n/support/package';
import { freePort } from './free-port';
import { N8nSession } from './n8n-session';

export interface N8nApplication {
  readonly url: string;
  readonly owner: { readonly email: string; readonly password: string };
  readonly session: N8nSession;
  /** What n8n wrote to its console so far. */
  log(): string;
  stop(): Promise<void>;
}

const owner = { email: 'owner@alertwire.example', password: 'Alertwire-1-tests' };

/** The real n8n in a folder of its own, with the packed package and an owner. */
export async function startN8n(environment: Record<string, string> = {}): Promise<N8nApplication> {
  const folder = mkdtempSync(join(tmpdir(), 'alertwire-n8n-app-'));
  // N8N_CUSTOM_EXTENSIONS would change the names of the node types
  const packages = join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-alertwire');
  cpSync(unpackedPackage(), packages, { recursive: true });
  const [port, brokerPort] = [await freePort(), await freePort()];
  const child = spawnN8n({
    N8N_USER_FOLDER: folder,
    N8N_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    ...environment,
  });
  const log = recorded(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await answering(url, child);
    return { url, owner, session: await N8nSession.setUpOwner(url, owner), log, stop };
  } catch (thrown) {
    await stop();
    throw new Error(`n8n did not start: ${String(thrown)}\n${log()}`);
  }
}

function spawnN8n(environment: Record<string, string>): ChildProcess {
  const home = process.env.ALERTWIRE_N8N_HOME;
  if (!home) throw new Error('ALERTWIRE_N8N_HOME is not set. Run: npm run test:hosts');
  const { NODE_ENV: _ofJest, ...inherited } = process.env;
  return spawn('node', [join(home, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited,
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_SECURE_COOKIE: 'false',
      N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
      N8N_DIAGNOSTICS_ENABLED: 'false',
      N8N_PERSONALIZATION_ENABLED: 'false',
      N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
      N8N_TEMPLATES_ENABLED: 'false',
      ...environment,
    },
  });
}

function recorded(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  return () => text;
}

/** `/rest/settings` answers JSON only when the application is up; before, it is a page. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/rest/settings`).catch(() => undefined);
    if (answer?.headers.get('content-type')?.includes('json')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`It ended with ${child.exitCode}.`);
}
