import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..', '..');

/**
 * The n8n package as npm would publish it, packed once per build and unpacked outside the
 * checkout: what it needs at run time must be in it, or come from n8n.
 */
export function unpackedPackage(): string {
  const home = join(tmpdir(), `alertwire-n8n-${fingerprint()}`);
  if (!existsSync(home)) unpackInto(home);
  return join(home, 'node_modules', 'n8n-nodes-alertwire');
}

/** The packed file itself. */
export const tarball = (): string => join(unpackedPackage(), '..', '..', 'package.tgz');

function unpackInto(home: string): void {
  const work = mkdtempSync(join(tmpdir(), 'alertwire-pack-'));
  try {
    const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', work]));
    renameSync(join(work, filename), join(work, 'package.tgz'));
    const folder = join(work, 'node_modules', 'n8n-nodes-alertwire');
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(work, 'package.tgz'),
      '-C',
      folder,
      '--strip-components',
      '1',
    ]);
    symlinkSync(
      join(root, 'node_modules', 'n8n-workflow'),
      join(work, 'node_modules', 'n8n-workflow'),
    );
    if (!existsSync(home)) renameSync(work, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** `.bin` holds another npm, Node-RED's: the one that runs the tests is named by the environment. */
function npm(args: string[]): string {
  const own = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8' } as const;
  const output = own
    ? execFileSync(process.env.npm_node_execpath ?? 'node', [own, ...args], options)
    : execFileSync('npm', args, options);
  return output.slice(output.indexOf('['));
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  const dist = join(root, 'dist');
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort()) {
    const { mtimeMs, size } = statSync(join(dist, name));
    hash.update(`${name}:${mtimeMs}:${size};`);
  }
  return hash.digest('hex').slice(0, 16);
}
