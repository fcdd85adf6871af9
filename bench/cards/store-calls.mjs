import { setTimeout as pause } from 'node:timers/promises';
import { created } from './alerts.mjs';

const QUIET = 5;
export const STORM = 100;
const LEASE_MS = 600_000;
const RUNNING = ['new', 'running', 'waiting'];

/**
 * What n8n's data tables are asked for: the most for one of a few new cards that come one by one,
 * and for each of a hundred that come at once: in all, and where each is only written down, since
 * somebody else holds the destination. `notTaken` counts those of both hundreds that it does not hold.
 */
export async function countStore({ session, calls, slack, store, publish }) {
  const line = async (path) => {
    const { id, send } = await publish(path);
    return { send, ended: (count) => ended(session, id, count) };
  };
  const quiet = await quietCards(await line('quiet'), calls, slack);
  const shown = await storm(await line('shown'), calls, 'Shown');
  const [{ destination }] = await store.all();
  const now = Date.now();
  const lease = await store.lease(destination, 'bench', now, now + LEASE_MS);
  if (!lease) throw new Error('Somebody still holds the destination.');
  const written = await storm(await line('written'), calls, 'Written');
  return { quiet, shown, written, notTaken: await notTaken(store) };
}

/** The first one looks for the table, as each process does once. */
async function quietCards({ send, ended }, calls, slack) {
  const counts = [];
  for (let nth = 0; nth <= QUIET; nth += 1) {
    const before = calls.count();
    const there = slack.shown('message', `Quiet ${nth} fails`);
    await send(created(`Quiet ${nth} fails`));
    await there;
    await ended(nth + 1);
    counts.push(calls.count() - before);
  }
  return Math.max(...counts.slice(1));
}

async function storm({ send, ended }, calls, word) {
  const before = calls.count();
  const alerts = Array.from({ length: STORM }, (_, nth) => created(`${word} ${nth} fails`));
  await Promise.all(alerts.map(send));
  await ended(STORM);
  return (calls.count() - before) / STORM;
}

/** Resolves when so many executions of a workflow are over; at most 100 are told of. */
async function ended(session, workflowId, count) {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  for (;;) {
    const { results } = await session.call('GET', `/executions?filter=${filter}&limit=100`);
    if (results.filter(({ status }) => !RUNNING.includes(status)).length >= count) return;
    await pause(200);
  }
}

/** Where the store refused, fewer calls are no merit. */
async function notTaken(store) {
  const rows = await store.all();
  const taken = (word, isShown) =>
    rows.filter(
      ({ story, shown, version }) =>
        story.latest.alert.title.startsWith(word) && shown >= version === isShown,
    ).length;
  return 2 * STORM - taken('Shown', true) - taken('Written', false);
}
