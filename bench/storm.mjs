/**
 * What a storm costs at the chat: 1,000 alerts with four events each within a minute, on a simulated
 * clock, beside one message for each event. `npm run bench -- storm`.
 */
import { createRequire } from 'node:module';
import { CHATS } from './storm/chats.mjs';
import { steppedClock } from './storm/clock.mjs';

const core = createRequire(import.meta.url)('../dist/core/index.js');

const ALERTS = 1000;
const MINUTE = 60_000;
/** What happens to each alert, and how long after it began, in ms. */
const TYPES = [
  ['created', 'open', 0],
  ['escalated', 'open', 5_000],
  ['accepted', 'acknowledged', 15_000],
  ['resolved', 'resolved', 30_000],
];
const SCHEDULE = Array.from({ length: ALERTS }, (_, index) =>
  TYPES.map(([type, status, after]) => ({
    index,
    type,
    status,
    at: (index * MINUTE) / ALERTS + after,
  })),
)
  .flat()
  .sort((one, other) => one.at - other.at);
const columns = (name, ...rest) =>
  process.stdout.write(
    `${name.padEnd(34)}${rest.map((text) => String(text).padStart(12)).join('')}\n`,
  );

columns('1,000 alerts × 4 events in 60 s', 'chat calls', 'per event', 'most/min', 'done after');
columns('one message for each event', ALERTS * TYPES.length, '1.00', ALERTS * TYPES.length, '—');
for (const chat of CHATS) {
  const { calls, minutes } = await storm(chat);
  const most = Math.max(
    ...calls.map((at) => calls.filter((one) => one >= at && one < at + MINUTE).length),
  );
  const perEvent = (calls.length / ALERTS / TYPES.length).toFixed(3);
  columns(chat.name, calls.length, perEvent, most, `${minutes.toFixed(1)} min`);
}

async function storm({ answer, ...place }) {
  const { clock, advance } = steppedClock();
  const calls = [];
  const http = async () => {
    calls.push(clock.now());
    return { status: 200, headers: {}, body: JSON.stringify(answer(calls.length)) };
  };
  const desk = {
    ...place,
    destination: place.chat,
    http,
    clock,
    store: core.cardStoreOn(core.memoryStore(), true),
    owner: 'bench',
    maxWaitMs: 30_000,
    people: new Map(),
    turn: turns(),
  };
  const begin = clock.now();
  const work = [];
  for (const { index, type, status, at } of SCHEDULE) {
    await advance(begin + at - clock.now());
    const event = core.defineAlert(described(index, type, status), clock.now());
    work.push(core.deliverCards(desk, [{ event }]));
  }
  while ((await desk.store.pending(desk.destination, [])).length > 0) {
    work.push(core.deliverPending(desk));
    await advance(10_000);
  }
  await Promise.all(work);
  return { calls, minutes: (Math.max(...calls) - begin) / MINUTE };
}

function described(index, eventType, status) {
  return {
    title: `Disk ${index} is full`,
    alertId: `disk ${index}`,
    severity: 'high',
    eventType,
    status,
  };
}

/** One at a time, as the senders of one process. */
function turns() {
  let last = Promise.resolve();
  return (work) => {
    last = last.then(work, work);
    return last;
  };
}
