import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout, packageUnderTest } from './package-under-test';

/** What the package declares, and nothing else. */
const DEPENDENCIES = ['classic-level', 'undici'];

/** A fresh user folder with the package installed as npm would install it. */
export function createUserDir(): string {
  const userDir = mkdtempSync(join(tmpdir(), 'alertwire-user-'));
  const modules = join(userDir, 'node_modules');
  mkdirSync(join(modules, '@alertwire'), { recursive: true });
  const installed = join(modules, '@alertwire', 'node-red-alertwire');
  cpSync(packageUnderTest(), installed, { recursive: true });
  for (const name of DEPENDENCIES) {
    symlinkSync(join(checkout, 'node_modules', name), join(modules, name));
  }
  const dependencies = { '@alertwire/node-red-alertwire': '*' };
  writeFileSync(join(userDir, 'package.json'), JSON.stringify({ name: 'user', dependencies }));
  return userDir;
}
