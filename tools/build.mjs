import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { main, step } from './progress.mjs';
import { root } from './repository.mjs';
import { run } from './run.mjs';

const compile = (project) => run('tsc', ['-p', project], { quiet: true });
const fresh = (folder) => rmSync(join(root, folder), { recursive: true, force: true });

/** Libraries that come along, as neither host's package may ask for them: see vendor/. */
async function bundleVendor(dist) {
  const { build: bundle } = await import('esbuild');
  const out = join(root, dist, 'vendor');
  const how = { bundle: true, platform: 'node', format: 'cjs', target: 'node20' };
  await bundle({ ...how, entryPoints: [join(root, 'vendor', 'jwt.ts')], outdir: out });
  const license = createRequire(import.meta.url).resolve('jose/package.json');
  cpSync(join(dirname(license), 'LICENSE.md'), join(out, 'jose.LICENSE.md'));
}

const filesIn = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/** The n8n package: dist/core, dist/nodes, dist/credentials, with icons and codex files beside. */
async function buildN8n() {
  fresh('dist');
  await compile('tsconfig.json');
  await bundleVendor('dist');
  for (const file of [...filesIn('nodes', '.node.json'), ...filesIn('icons', '.svg')]) {
    mkdirSync(join(root, 'dist', dirname(file)), { recursive: true });
    cpSync(join(root, file), join(root, 'dist', file));
  }
}

async function buildNodeRed() {
  fresh('node-red/dist');
  await compile('node-red/tsconfig.json');
  await bundleVendor('node-red/dist');
  const editor = join(root, 'node-red', 'editor', 'build.mjs');
  const { buildEditor } = await import(pathToFileURL(editor).href);
  await buildEditor();
}

async function buildSandbox() {
  fresh('sandbox/dist');
  await compile('sandbox/tsconfig.json');
}

const parts = {
  n8n: () => step('Building the n8n package', buildN8n),
  'node-red': () => step('Building the Node-RED package', buildNodeRed),
  sandbox: () => step('Building the sandbox', buildSandbox),
};

export async function build(names = Object.keys(parts)) {
  for (const name of names) await parts[name]();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => build());
