import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './repository.mjs';

/** What the demo keeps between two starts: flows, credentials and the webhook secret. */
export function openHome() {
  const folder = resolve(root, process.env.ALERTWIRE_HOME ?? '.alertwire');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A secret that is made on first use and kept in a file only its owner can read. */
export function keptSecret(folder, name) {
  return (
    readSecret(folder, name) ?? keepSecret(folder, name, randomBytes(24).toString('base64url'))
  );
}

/** Undefined where none is kept. */
export function readSecret(folder, name) {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

export function keepSecret(folder, name, secret) {
  writeFileSync(join(folder, name), `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** The secret the on-call platform has to send: the person's own, or the kept one. */
export const webhookSecret = (folder) =>
  process.env.ALERTWIRE_SECRET || keptSecret(folder, 'webhook-secret');

/** What the buttons of cards are signed with. */
export const signingKey = (folder) => keptSecret(folder, 'signing-key');

/**
 * Is this value another one than at the last start? Only then it is put into the engine again:
 * what a person has entered since, as their own Slack URL, stays.
 */
export function isNew(folder, name, value) {
  const file = join(folder, `${name}.sha256`);
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('hex');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, digest);
  return before !== digest;
}
