import { get, post } from './api.js';
import { arrivals } from './arrivals.js';
import { chatColumn } from './chat-column.js';
import { loadLook } from './chat-look.js';
import { chatSwitch } from './chat-switch.js';
import { byId } from './dom.js';
import { faultRow } from './fault-row.js';
import { onCallPane } from './oncall-pane.js';
import { onCallSwitch } from './oncall-switch.js';
import { pasteBox } from './paste-box.js';
import { placesOf } from './places.js';
import { openStream } from './stream.js';

const { chats, oncalls } = await get('/inspect/platforms');
const hooks = await get('/inspect/hooks');
const bots = await get('/inspect/bots');
const folk = await get('/inspect/chats');
const accounts = await get('/inspect/oncalls');

const panes = oncalls.map((oncall) =>
  onCallPane(
    oncall,
    accounts.filter(({ platform }) => platform === oncall.id),
  ),
);
const looks = await Promise.all(chats.map(({ id }) => loadLook(id)));
const columns = chats.map((chat, index) => {
  const { renderMessage, placeholder } = looks[index];
  const there = folk[chat.id] && { ...folk[chat.id], placeholder };
  return chatColumn(chat, placesOf(chat.id, hooks, bots), renderMessage, there);
});
const chosen = chatSwitch(columns);
const faults = faultRow([...chats, ...oncalls]);
const arrived = arrivals(chats);
const sources = oncalls.map((oncall, index) => ({ ...oncall, ready: panes[index].ready }));

byId('oncalls').append(onCallSwitch(panes));
byId('chats').append(chosen.element, ...columns.map(({ element }) => element));
byId('faults').append(faults.element);
byId('paste').append(pasteBox(sources, arrived));
byId('reset').addEventListener('click', () => post('/inspect/reset'));

const toAll = (parts, verb) => (value) => {
  for (const part of parts) part[verb](value);
};

/** What happens while the page loads, which waits until it has; nothing is shown twice. */
let waiting;
const shown = new Set();
const inTurn = (happen) => (value) => (waiting ? waiting.push(() => happen(value)) : happen(value));
const once = (add) => (entry) => {
  if (shown.has(entry.id)) return;
  shown.add(entry.id);
  add(entry);
};

const addMessage = once(toAll([...columns, chosen], 'addMessage'));
const addRequest = once(toAll([...columns, ...panes], 'addRequest'));
const addCallback = once(toAll(columns, 'addCallback'));
const addDelivery = once(toAll(panes, 'addDelivery'));

function clear() {
  shown.clear();
  for (const part of [...panes, ...columns, chosen]) part.clear();
  faults.show([]);
  arrived.clear();
}

async function load() {
  waiting = [];
  const [messages, requests, deliveries, callbacks, pending] = await Promise.all(
    ['messages', 'requests', 'deliveries', 'callbacks', 'faults'].map((name) =>
      get(`/inspect/${name}`),
    ),
  );
  clear();
  for (const request of requests) addRequest(request);
  for (const message of messages) addMessage(message);
  for (const callback of callbacks) addCallback(callback);
  for (const delivery of deliveries) addDelivery(delivery);
  faults.show(pending);
  await Promise.all(panes.map((pane) => pane.load()));
  const late = waiting;
  waiting = undefined;
  for (const happen of late) happen();
  setConnection('Live', true);
}

function setConnection(text, live) {
  byId('connection').textContent = text;
  byId('connection').classList.toggle('live', live);
}

openStream({
  onReady: load,
  onLost: () => setConnection('Connection lost, trying again…', false),
  on: {
    message: inTurn(addMessage),
    'message-changed': inTurn(toAll(columns, 'changeMessage')),
    request: inTurn((request) => {
      addRequest(request);
      arrived.add(request);
    }),
    delivery: inTurn(addDelivery),
    alert: inTurn(toAll(panes, 'showAlert')),
    callback: inTurn(addCallback),
    doors: toAll(columns, 'showDoors'),
    dialog: toAll(columns, 'showDialog'),
    night: toAll(panes, 'showNight'),
    target: toAll(panes, 'showTarget'),
    faults: (pending) => faults.show(pending),
    reset: inTurn(clear),
  },
});
