import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Keeps the browser from looking for its maker's servers. */
const OFFLINE = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless Chromium: the machine's own, else the one that comes with the hosts' npm packages. */
export async function launchChromium(): Promise<Browser> {
  const installed = onPath('chromium');
  if (installed) return chromium.launch({ executablePath: installed, args: OFFLINE });
  const packaged = packagedChromium();
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...OFFLINE],
  });
}

interface PackagedChromium {
  readonly args: string[];
  executablePath(): Promise<string>;
}

function packagedChromium(): PackagedChromium {
  const folder = process.env.ALERTWIRE_N8N_HOME;
  if (!folder) throw new Error('There is no chromium on the PATH. Run: npm run test:hosts');
  const loaded = createRequire(join(folder, 'package.json'))('@sparticuz/chromium');
  return loaded.default ?? loaded;
}

const onPath = (program: string): string | undefined =>
  process.env.PATH?.split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
