import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../tools/ports.mjs';
import { root } from '../../tools/repository.mjs';

const READY =
  /^Ready: \S+ (?<url>\S+) · .*X-Alertwire-Secret: (?<secret>[^']+)'.* (?<webhookUrl>\S+)$/m;

/** An engine as its start command serves it, in a process and a folder of its own. */
export async function served(script, env = {}) {
  const home = mkdtempSync(join(tmpdir(), 'alertwire-bench-'));
  const ports = {
    ALERTWIRE_PORT: String(await freePort()),
    ALERTWIRE_SANDBOX_PORT: String(await freePort()),
  };
  const child = spawn('node', [join('tools', script)], {
    cwd: root,
    env: { ...process.env, ...ports, ALERTWIRE_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const { output, groups } = await ready(child);
  return {
    ...groups,
    output,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const ready = (child) =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const found = READY.exec(output);
      if (found && output.includes('Ctrl-C')) resolve({ output, groups: { ...found.groups } });
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${output}`)));
  });
