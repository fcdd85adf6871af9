import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { quantiles } from '../quantiles.mjs';

/** An engine goes on working after its answer, so each address mostly follows itself. */
const BLOCK = 20;
const WARM_UP = 2 * BLOCK;

/**
 * Posts to both addresses in turn, one request at a time, in blocks, so that what disturbs the
 * machine disturbs both; `restMs` after each lets the engine end what it began. Resolves with p50
 * and p99 of each, in ms.
 */
export async function measure({ plain, pack }, { rounds, restMs }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { plain: [], pack: [] };
  for (let sent = -WARM_UP; sent < rounds; sent += BLOCK)
    for (const [name, post] of Object.entries({ plain, pack }))
      for (let nth = sent; nth < sent + BLOCK; nth += 1) {
        const took = await timed(agent, post(nth + WARM_UP));
        if (nth >= 0) times[name].push(took);
        await pause(restMs);
      }
  agent.destroy();
  return { plain: quantiles(times.plain), pack: quantiles(times.pack) };
}

function timed(agent, { url, headers, body }) {
  const start = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const sent = { 'content-type': 'application/json', ...headers };
    const call = request(url, { method: 'POST', agent, headers: sent }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode >= 300) reject(new Error(`${url} answered ${answer.statusCode}.`));
        else resolve(Number(process.hrtime.bigint() - start) / 1e6);
      });
    });
    call.on('error', reject).end(JSON.stringify(body));
  });
}
