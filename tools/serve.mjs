import { spawn } from 'node:child_process';
import { root } from './repository.mjs';
import { withPrograms } from './run.mjs';

/** Hands over to Node 24. Ctrl-C reaches it through the terminal, a kill through us. */
export function serve(script, env = {}) {
  const child = spawn('node', [script], {
    cwd: root,
    env: { ...withPrograms(), ...env },
    stdio: 'inherit',
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}
