import { execFile, spawn } from 'node:child_process';
import { root } from './served';

/** What a line prints in a terminal; it must succeed. */
export const inTerminal = (line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile('sh', ['-c', line], (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });

/** A line that sends the same without its secret, and prints the status. */
export const withoutSecret = (tryLine: string): string =>
  tryLine
    .replace(/-H 'X-Alertwire-Secret: [^']*' /, '')
    .replace('curl ', "curl -o /dev/null -w '%{http_code}' ");

/** The start command itself, to its end. */
export const runStart = (
  environment: Record<string, string>,
): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...environment } };
    const child = execFile('node', ['tools/start.mjs'], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, output: stdout + stderr }),
    );
  });

/**
 * Runs `npm start` until it is ready and ends npm alone; resolves when all that npm started has
 * let go of the output.
 */
export const endNpmStart = (environment: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    const { npm_node_execpath: node = 'node', npm_execpath: npm = '' } = process.env;
    const env = { ...process.env, ...environment };
    const child = spawn(node, [npm, 'start'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (/^Ready: /m.test(output)) child.kill('SIGTERM');
    });
    child.stderr.resume();
    child.once('close', () => (/^Ready: /m.test(output) ? resolve() : reject(new Error(output))));
  });
