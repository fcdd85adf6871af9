import { setTimeout as pause } from 'node:timers/promises';
import { quantiles } from '../quantiles.mjs';
import { accepted, created } from './alerts.mjs';

const ALERTS = 50;
const WARM_UP = 10;
/** What changes sooner after it was shown waits for what else may come. */
const MERGE_MS = 1000;

/**
 * From an event's webhook to the changed message in Slack, in ms: p50 and p99 of 50 alerts that are
 * accepted one by one, with the pack, and with the engine's own nodes, which are told which message
 * it is. `restMs` after each lets the engine end what it began.
 */
export async function measure(slack, { pack, plain }, restMs) {
  const names = Array.from({ length: WARM_UP + ALERTS }, (_, nth) => `Payment ${nth} fails`);
  const messages = new Map();
  for (const name of names) {
    const shown = slack.shown('message', name);
    await pack(created(name));
    await shown;
    await pause(restMs);
    messages.set(name, await slack.post(ownOf(name)));
  }
  await pause(MERGE_MS);
  const times = { pack: [], plain: [] };
  const timed = async (way, name, send) => {
    const changed = slack.shown('message-changed', name);
    const start = performance.now();
    await send();
    times[way].push((await changed) - start);
    await pause(restMs);
  };
  for (const name of names) {
    await timed('pack', name, () => pack(accepted(name)));
    const own = { ...accepted(ownOf(name)), ts: messages.get(name) };
    await timed('plain', own.summary, () => plain(own));
  }
  const measured = (way) => quantiles(times[way].slice(WARM_UP));
  return { plain: measured('plain'), pack: measured('pack') };
}

const ownOf = (name) => `Own: ${name.toLowerCase()}`;
