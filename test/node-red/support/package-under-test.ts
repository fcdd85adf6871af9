import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const checkout = resolve(__dirname, '../../..');
const source = join(checkout, 'node-red');

/** What npm publishes, unpacked outside the checkout; packed once for each build. */
export function packageUnderTest(): string {
  const unpacked = join(tmpdir(), `alertwire-node-red-${fingerprint()}`);
  if (existsSync(unpacked)) return join(unpacked, 'package');
  const work = mkdtempSync(join(tmpdir(), 'alertwire-pack-'));
  const packing = ['pack', '--ignore-scripts', '--silent', '--pack-destination', work];
  execFileSync(process.execPath, [npmCli(), ...packing], { cwd: source });
  const [tarball] = readdirSync(work).filter((name) => name.endsWith('.tgz'));
  mkdirSync(join(work, 'unpacked'));
  execFileSync('tar', ['-xzf', join(work, tarball), '-C', join(work, 'unpacked')]);
  try {
    renameSync(join(work, 'unpacked'), unpacked);
  } catch (error) {
    // Another worker was quicker.
    if (!existsSync(unpacked)) throw error;
  }
  return join(unpacked, 'package');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const part of ['dist', 'examples', 'resources', 'package.json']) {
    const path = join(source, part);
    if (!existsSync(path)) throw new Error(`node-red/${part} is missing. Run: npm run build`);
    const files = statSync(path).isDirectory()
      ? (readdirSync(path, { recursive: true }) as string[]).sort()
      : [''];
    for (const file of files) {
      const { mtimeMs, size } = statSync(join(path, file));
      hash.update(`${part}/${file}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Node-RED 5 puts an npm of its own before the real one on the path. */
function npmCli(): string {
  const given = process.env.npm_execpath;
  if (given) return given;
  const programs = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('.bin'));
  for (const folder of programs) {
    const cli = join(dirname(folder), 'lib/node_modules/npm/bin/npm-cli.js');
    if (existsSync(cli)) return cli;
    const debian = join(dirname(folder), 'share/nodejs/npm/bin/npm-cli.js');
    if (existsSync(debian)) return debian;
  }
  throw new Error('There is no npm. Run this through npm, for example: npm test');
}
