import { execFile } from 'node:child_process';
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
