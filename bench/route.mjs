/**
 * Alerts per second through a real Node-RED, from the webhook to every chat's server: our nodes
 * beside Node-RED's own in the same process and the same run. `npm run bench -- route`.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startNodeRed } from './node-red.mjs';
import { startChats } from './route/chats.mjs';
import { ALERT, flows, SECRET } from './route/flows.mjs';

const require = createRequire(import.meta.url);
const CONFIG = new URL('../node-red/dist/node-red/config/', import.meta.url);
const ALERTS = 1500;
const ROUNDS = 3;
/** Alerts that may be under way at once; a chat's queue holds a thousand. */
const OUTSTANDING = 100;

const kinds = readdirSync(CONFIG)
  .filter((folder) => readdirSync(new URL(folder, CONFIG)).includes('kind.js'))
  .map((folder) => require(new URL(`${folder}/kind.js`, CONFIG).pathname).kind)
  .filter(({ transport }) => transport === 'webhook');

const chats = await startChats();
const nodeRed = await startNodeRed(flows(kinds, chats.urlOf));
const results = { pack: [], plain: [] };
for (let round = 0; round <= ROUNDS; round += 1)
  for (const route of ['plain', 'pack']) {
    const perSecond = await drive(route, round);
    if (round > 0) results[route].push(perSecond);
  }
print(results);
await nodeRed.stop();
chats.stop();
process.exit(0);

async function drive(route, round) {
  const start = process.hrtime.bigint();
  const before = chats.count();
  for (let sent = 0; sent < ALERTS; sent += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, at) => post(route, `${round}-${sent + at}`)));
    await chats.reached(before + (sent + 10 - OUTSTANDING) * kinds.length);
  }
  await chats.reached(before + ALERTS * kinds.length);
  return ALERTS / (Number(process.hrtime.bigint() - start) / 1e9);
}

async function post(route, id) {
  const answer = await fetch(`${nodeRed.url}/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-alertwire-secret': SECRET },
    body: JSON.stringify({ ...ALERT, id, eventId: id }),
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${route} answered ${answer.status}`);
}

function print({ pack, plain }) {
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const line = (name, value) => `${name.padEnd(60)}${value.padStart(10)}\n`;
  const [ours, theirs] = [median(pack), median(plain)];
  process.stdout.write(
    line(`alerts per second to ${kinds.length} chats, median of ${ROUNDS}`, '') +
      line('http in → function → http request for each chat', theirs.toFixed(0)) +
      line('alert in (journalled) → alert filter → each chat', ours.toFixed(0)) +
      line('ratio', `× ${(ours / theirs).toFixed(2)}`),
  );
}
