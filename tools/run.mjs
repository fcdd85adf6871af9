import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { Stop } from './progress.mjs';
import { programs, root } from './repository.mjs';

/** The environment in which `node` is Node 24, as npm scripts see it. */
export const withPrograms = (env = process.env) => ({
  ...env,
  PATH: `${programs}${delimiter}${env.PATH}`,
});

/**
 * Runs a program to its end. `quiet` keeps its output back and shows it only when it fails.
 * Resolves with the output; a failure is a Stop that names the command.
 */
export function run(command, args, { cwd = root, env = withPrograms(), quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      const shown = quiet ? `\n${output.slice(-4000)}` : '';
      reject(new Stop(`${[command, ...args].join(' ')} ended with code ${code}.${shown}`));
    });
  });
}

/**
 * npm itself, by the path npm gave us: Node-RED 5 links an npm of its own into node_modules/.bin,
 * which would shadow the real one.
 */
export function npm(args, { node = process.env.npm_node_execpath, ...options } = {}) {
  const cli = process.env.npm_execpath;
  if (!cli) throw new Stop('Run this through npm, for example: npm test');
  return run(node, [cli, ...args], {
    env: process.env,
    quiet: true,
    ...options,
  });
}
