/**
 * What it costs on one core to check and to read what somebody sends back from each chat.
 * `npm run bench -- verify` builds and runs it.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { quantiles } from './quantiles.mjs';
import { publishedKeys, requests } from './verify/requests.mjs';

const require = createRequire(import.meta.url);
const core = require(resolve('dist/core/index.js'));
const { verifyJwt } = require(resolve('dist/vendor/jwt.js'));

const ROUNDS = 3000;
/** In µs, at the median. */
const TARGETS = { HMAC: 100, token: 100, JWT: 500 };

const keys = { key: 'the signing key of the bench, long enough' };
const clock = { now: Date.now };
const publicKeys = {};
const http = async ({ url }) => ({
  status: 200,
  headers: {},
  body: JSON.stringify(publishedKeys(url)),
});

const measure = async ({ chat, credential, headers, rawBody }) => {
  const request = { headers, query: {}, rawBody: Buffer.from(rawBody) };
  const times = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    // Each round is a first time: replays are another matter
    const replays = new core.Replays();
    const setup = { credential, keys, clock, replays, http, verifyJwt, publicKeys };
    const start = process.hrtime.bigint();
    const received = await core.receiveFromChat(chat, request, setup);
    const took = Number(process.hrtime.bigint() - start) / 1000;
    if (!received.ok) throw new Error(`${chat}: ${received.code} ${received.reason}`);
    if (round >= ROUNDS) times.push(took);
  }
  return quantiles(times);
};

const print = (line) => process.stdout.write(`${line}\n`);
print(`${'µs for one request'.padEnd(32)}${'median'.padStart(9)}${'p99'.padStart(9)}   target`);
let met = true;
for (const request of requests) {
  const { p50, p99 } = await measure(request);
  const target = TARGETS[request.scheme];
  met &&= p50 <= target;
  const name = `${request.chat} (${request.scheme})`.padEnd(32);
  print(`${name}${p50.toFixed(1).padStart(9)}${p99.toFixed(1).padStart(9)}   ${target}`);
}
print(`\n${met ? 'every target met' : 'a target was missed'}`);
process.exitCode = met ? 0 : 1;
