import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './free-port';

/** An engine with the pack, the example and a sandbox, as the start commands serve it. */
export interface Served {
  readonly url: string;
  readonly sandboxUrl: string;
  /** The line for a terminal, as it was printed. */
  readonly tryLine: string;
  /** The folder it keeps everything in. */
  readonly home: string;
  /** Everything printed so far. */
  output(): string;
  /** As Ctrl-C does; the exit code. */
  interrupt(): Promise<number | null>;
  /** The same, and its home folder is gone. */
  stop(): Promise<void>;
}

export const root = resolve(__dirname, '..', '..', '..');

/** Runs what `npm start` and `npm run start:n8n` hand over to, with a home and ports of its own. */
export async function serve(
  script: 'serve-node-red.mjs' | 'serve-n8n.mjs',
  environment: Record<string, string> = {},
): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), 'alertwire-home-'));
  const { NODE_ENV: _ofJest, ALERTWIRE_SECRET: _ofPerson, ...inherited } = process.env;
  const child = spawn('node', [join('tools', script)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited,
      ALERTWIRE_HOME: home,
      ALERTWIRE_PORT: String(await freePort()),
      ALERTWIRE_SANDBOX_PORT: String(await freePort()),
      ...environment,
    },
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const output = recorded(child);
  const [, url, sandboxUrl, tryLine] = await ready(child, output);
  const interrupt = () => {
    child.kill('SIGINT');
    return ended;
  };
  const stop = async () => {
    await interrupt();
    rmSync(home, { recursive: true, force: true });
  };
  return { url, sandboxUrl, tryLine, home, output, interrupt, stop };
}

const READY = /^Ready: \S+ (\S+) · sandbox (\S+) · try: (curl .*)$/m;

const ready = (child: ChildProcess, output: () => string): Promise<string[]> =>
  new Promise((done, fail) => {
    child.stdout?.on('data', () => {
      const found = READY.exec(output());
      if (found) done(found);
    });
    child.once('exit', (code) => fail(new Error(`It ended with ${code}:\n${output()}`)));
  });

function recorded(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  return () => text;
}
