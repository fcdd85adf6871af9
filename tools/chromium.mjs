import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onPath } from './programs.mjs';

/** The machine's own Chromium, else the one among the packages in the given folder. */
export async function chromium(folder) {
  return onPath('chromium') ?? (await packaged(folder));
}

async function packaged(folder) {
  const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
  const { default: browser } = await import(pathToFileURL(entry).href);
  return browser.executablePath();
}
