import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { step } from './progress.mjs';
import { programs, root } from './repository.mjs';
import { npm, withPrograms } from './run.mjs';

const MANIFESTS = join(root, 'test', 'hosts');

/**
 * The folder of the real n8n, installed once per lock file and kept outside the checkout:
 * it is 2.8 GB and takes minutes.
 */
export async function installN8n() {
  const folder = chosenFolder();
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(MANIFESTS, file), join(half, file));
  try {
    await step('Fetching n8n (once, about three minutes)', () =>
      npm(['install', '--ignore-scripts', '--omit=dev'], { cwd: half }),
    );
    await step('Compiling its native parts (once, about one minute)', () => rebuild(half));
    renameSync(half, folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

/** The same folder where it is there already. */
export const fetchedN8n = () => (existsSync(chosenFolder()) ? chosenFolder() : undefined);

const chosenFolder = () => join(cache(), `n8n-${lockHash()}`);

/** The binaries must match Node 24, whose package brings its own headers. */
const rebuild = (folder) =>
  npm(
    ['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false', `--nodedir=${node24Folder()}`],
    { cwd: folder, env: withPrograms(), node: 'node' },
  );

const node24Folder = () => dirname(dirname(realpathSync(join(programs, 'node'))));

const cache = () =>
  process.env.ALERTWIRE_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'alertwire');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(MANIFESTS, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex')
    .slice(0, 16);
