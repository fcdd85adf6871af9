import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './served';

/** Microsoft's own client of a bot, on this machine: https://learn.microsoft.com/microsoft-365/agents-sdk/test-with-toolkit-project */
export interface Playground {
  readonly url: string;
  /** Where it takes the calls of the bot. */
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

const PACKAGE = '@microsoft/m365agentsplayground';

/** The people and places that docs/answers.md gives to everybody. */
const WORLD = join(root, 'docs', 'm365agentsplayground.yml');

export async function startPlayground(endpoint: string): Promise<Playground> {
  const home = mkdtempSync(join(tmpdir(), 'alertwire-playground-'));
  const cli = join(dirname(require.resolve(`${PACKAGE}/package.json`)), 'cli.js');
  const loopback = join(__dirname, 'playground-loopback.cjs');
  const options = ['-e', endpoint, '-c', 'msteams', '-p', '0', '--disable-telemetry', 'true'];
  const child = spawn('node', ['-r', loopback, cli, ...options], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      no_proxy: '*',
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: WORLD,
    },
  });
  const port = await portOf(child);
  return {
    url: `http://127.0.0.1:${port}/`,
    serviceUrl: `http://localhost:${port}/_connector`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const portOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines: string[] = [];
    for (const input of [child.stdout, child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        const [, port] = /^Listening on (\d+)$/.exec(line) ?? [];
        if (port) resolve(port);
      });
    }
    child.once('exit', (code) =>
      reject(new Error(`The Playground ended with ${code}:\n${lines.join('\n')}`)),
    );
  });
