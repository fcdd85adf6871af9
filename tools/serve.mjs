import { spawn } from 'node:child_process';
import { root } from './repository.mjs';
import { withPrograms } from './run.mjs';

const LOOK_EVERY_MS = 500;

/** Hands over to Node 24. Ctrl-C reaches it through the terminal, a kill through us. */
export function serve(script, env = {}) {
  const child = spawn('node', [script], {
    cwd: root,
    env: { ...withPrograms(), ...env },
    stdio: 'inherit',
  });
  const stop = () => child.kill('SIGTERM');
  process.on('SIGINT', () => {});
  process.on('SIGTERM', stop);
  whenOrphaned(stop);
  child.on('exit', (code) => process.exit(code ?? 1));
}

/**
 * A SIGTERM for npm ends npm and its shell, not the script in it:
 * https://github.com/npm/cli/issues/5776
 */
function whenOrphaned(stop) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, LOOK_EVERY_MS);
}
