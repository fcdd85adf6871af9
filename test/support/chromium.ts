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

/** Headless Chromium, which the command behind the tests has found. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env.ALERTWIRE_CHROMIUM;
  if (!executablePath) throw new Error('ALERTWIRE_CHROMIUM is not set. Run: npm run test:hosts');
  return chromium.launch({ executablePath, args: OFFLINE });
}
