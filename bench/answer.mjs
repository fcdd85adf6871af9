/**
 * How long a webhook waits for its answer, from accepting to storing, beside each engine's own
 * webhook in the same process and the same run. `npm run bench -- answer`.
 */
import { fetchedN8n } from '../tools/n8n-application.mjs';
import { measureN8n } from './answer/n8n.mjs';
import { measureNodeRed } from './answer/node-red.mjs';
import { NOT_FETCHED } from './n8n.mjs';

/** The strictest on-call platform: https://docs.flashcat.cloud/en/on-call/integration/webhooks/custom-actions */
const LIMIT_MS = 1000;

const print = (...columns) => {
  const [name, ...rest] = columns;
  process.stdout.write(`${name.padEnd(34)}${rest.map((text) => text.padStart(10)).join('')}\n`);
};
const ms = (value) => value.toFixed(2);

print('ms until the answer', 'p50', 'p99');
const slowest = [await show('Node-RED', measureNodeRed)];
const n8n = fetchedN8n();
if (n8n === undefined) {
  process.stdout.write(`\n${NOT_FETCHED}\n`);
} else slowest.push(await show('n8n', () => measureN8n(n8n)));

const met = Math.max(...slowest) < LIMIT_MS;
process.stdout.write(`\ntarget p99 below ${LIMIT_MS} ms: ${met ? 'met' : 'missed'}\n`);
process.exitCode = met ? 0 : 1;

async function show(engine, measure) {
  const { plain, pack } = await measure();
  print(`${engine}, its own webhook`, ms(plain.p50), ms(plain.p99));
  print(`${engine}, alert trigger`, ms(pack.p50), ms(pack.p99));
  const ratio = (key) => `× ${(pack[key] / plain[key]).toFixed(2)}`;
  print('  ratio', ratio('p50'), ratio('p99'));
  return pack.p99;
}
