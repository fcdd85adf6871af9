import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { root } from './repository.mjs';
import { npm } from './run.mjs';

const MANIFESTS = [
  'package.json',
  'package-lock.json',
  ...['node-red', 'sandbox', 'test', 'tools'].map((folder) => `${folder}/package.json`),
];
const STAMP = join(root, 'node_modules', '.alertwire-installed');

/** Installs what is missing: everything, or only the given workspaces and what they need. */
export async function install(workspaces = []) {
  const wanted = fingerprint();
  const { manifests, scope = [] } = installed();
  if (manifests === wanted && (scope === 'all' || workspaces.every((name) => scope.includes(name))))
    return;
  await step('Installing packages', () =>
    npm(['install', '--no-save', ...workspaces.flatMap((name) => ['--workspace', name])]),
  );
  const now = workspaces.length === 0 ? 'all' : workspaces;
  writeFileSync(STAMP, JSON.stringify({ manifests: wanted, scope: now }));
}

const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of MANIFESTS) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

const installed = () => {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
};
