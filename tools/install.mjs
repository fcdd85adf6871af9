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

/**
 * Installs what is missing: everything, or only the given workspaces (`.` is the n8n package)
 * and what they need.
 */
export async function install(workspaces = []) {
  const wanted = fingerprint();
  const before = installed();
  const kept = before.manifests === wanted ? before.scope : [];
  if (kept === 'all' || (workspaces.length > 0 && workspaces.every((name) => kept.includes(name))))
    return;
  const scope = workspaces.length === 0 ? 'all' : [...new Set([...kept, ...workspaces])];
  await step('Installing packages', () => npm(['install', '--no-save', ...flags(scope)]));
  writeFileSync(STAMP, JSON.stringify({ manifests: wanted, scope }));
}

const flags = (scope) =>
  scope === 'all'
    ? []
    : scope.flatMap((name) =>
        name === '.' ? ['--include-workspace-root'] : ['--workspace', name],
      );

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
