import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { watchMessages } from '../cards/watch.mjs';
import { quantiles } from '../quantiles.mjs';

const { startSandbox } = createRequire(import.meta.url)('@alertwire/sandbox');

export const SECRET = 'the-secret-of-the-bench-0123456789';
export const KEY = 'the-signing-key-of-the-bench-0123456789';

const CLICKS = 50;
const WARM_UP = 5;
/** What changes sooner after it was shown waits for what else may come. */
const MERGE_MS = 1200;

/** Who clicks where; the last word is what a card says then, in the language of its chat. */
const CHATS = [
  ['slack', '#ops-alerts', 'U0PRIYARAM', 'Accepted'],
  ['teams', 'Ops alerts', '29:1sandboxPerson410021', 'Accepted'],
  ['mattermost', 'ops-alerts', 'sandbox1person1adaada1aada', 'Accepted'],
  ['dingtalk', 'On call', 'manager4101', '已认领'],
];

/** Chats that take as many messages as they get, and an ilert that tells `url`. */
export const openChats = (url, doors) =>
  startSandbox({ rateWindowScale: 0, target: { url, secret: SECRET }, doors });

/** From a click to the changed cards of all chats, in ms: p50 and p99 of 50, one by one. */
export async function measure(sandbox) {
  const shown = await watchMessages(sandbox.url);
  const times = [];
  for (let nth = 0; nth < WARM_UP + CLICKS; nth += 1) {
    const alert = await raise(sandbox);
    const refs = await cardsOf(sandbox, alert);
    await pause(MERGE_MS);
    const [chat, channel, by] = CHATS[nth % CHATS.length];
    const changed = Promise.all(
      CHATS.map(([id, , , words]) => shown('message-changed', [platform(id), alert, words])),
    );
    const start = performance.now();
    await post(sandbox, `/inspect/chats/${chat}/press`, {
      ...{ channel, by, control: 'accept', message: refs.get(chat) },
    });
    times.push(Math.max(...(await changed)) - start);
    await pause(MERGE_MS);
  }
  return quantiles(times.slice(WARM_UP));
}

/** An alert that goes to all chats; what is low goes to one alone. */
async function raise(sandbox) {
  for (;;) {
    const sent = await post(sandbox, '/ilert/send', { eventType: 'alert-created' });
    if (sent.body.priority !== 'LOW') return sent.alertId;
  }
}

/** What each chat calls the alert's card, once all have it. */
async function cardsOf(sandbox, alert) {
  for (;;) {
    const messages = await (await fetch(`${sandbox.url}/inspect/messages`)).json();
    const cards = messages.filter((message) => JSON.stringify(message).includes(alert));
    if (cards.length >= CHATS.length)
      return new Map(cards.map((card) => [card.platform, card.ref]));
    await pause(50);
  }
}

const platform = (id) => `"platform":"${id}"`;

async function post({ url }, path, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${said}`);
  return JSON.parse(said);
}
