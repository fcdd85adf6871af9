import { botLine } from './bot-line.js';
import { channelTabs } from './channel-tabs.js';
import { chatPeople } from './chat-people.js';
import { h } from './dom.js';
import { messageCard } from './message-card.js';
import { newPlace } from './places.js';
import { refusalStrip } from './refusal-strip.js';
import { webhookLine } from './webhook-line.js';

/**
 * One chat platform: its places, what was refused, the messages as people see them, and what you do
 * there as one of its people.
 */
export function chatColumn({ id, title }, places, renderMessage, folk) {
  const requests = new Map();
  const refusals = refusalStrip();
  const addresses = h('div', { className: 'addresses' });
  const feed = h('div', {
    className: 'feed',
    role: 'log',
    tabIndex: 0,
    'aria-label': `${title} messages`,
  });
  const tabs = channelTabs(places, open);
  const bots = new Set(places.flatMap(({ entries }) => entries.map(({ bot }) => bot)));
  const means = { bots: [...bots], channel: tabs.current, changed: redraw };
  const people = folk && chatPeople({ id, title }, folk, means);
  let cards = [];

  function placeOf(channel) {
    return places.find((each) => each.channel === channel) ?? newPlace(channel);
  }

  function open(channel) {
    const place = placeOf(channel);
    const lines = [place.hook && webhookLine(place.hook), botLine(place)];
    addresses.replaceChildren(...lines.filter(Boolean));
    show();
  }

  function show() {
    const shown = cards.filter(({ message }) => message.channel === tabs.current());
    feed.replaceChildren(
      ...(shown.length > 0
        ? shown.map((card) => card.element)
        : [empty(title, placeOf(tabs.current()))]),
    );
    scrollToNewest();
  }

  function append(card) {
    feed.querySelector('.empty')?.remove();
    feed.append(card);
    scrollToNewest();
  }

  /** To its end, or to its beginning where it is longer than what can be seen at once. */
  function scrollToNewest() {
    const above = feed.getBoundingClientRect().top;
    const newest = feed.lastElementChild.getBoundingClientRect().top - above + feed.scrollTop;
    feed.scrollTop = Math.min(newest, feed.scrollHeight - feed.clientHeight);
  }

  function cardOf(message) {
    return messageCard(message, requests, renderMessage, people?.at(message));
  }

  function addMessage(message) {
    if (message.platform !== id) return;
    const card = { message, element: cardOf(message) };
    cards.push(card);
    tabs.count(message.channel);
    if (message.channel === tabs.current()) append(card.element);
  }

  function changeMessage(message) {
    const card = cards.find((one) => one.message.id === message.id);
    if (!card) return;
    people?.settle(message);
    draw(card, message);
  }

  function redraw() {
    for (const card of cards.filter(({ message }) => message.views)) draw(card, card.message);
  }

  function draw(card, message) {
    const element = cardOf(message);
    card.element.replaceWith(element);
    Object.assign(card, { message, element });
  }

  function addRequest(request) {
    if (request.platform !== id) return;
    if (request.messageId) requests.set(request.messageId, request);
    if (request.verdict !== 'accepted') refusals.add(request);
  }

  function addCallback(callback) {
    if (callback.platform === id) people?.addCallback(callback);
  }

  function showDoors({ platform, doors }) {
    if (platform === id) people?.showDoors(doors);
  }

  function showDialog(shown) {
    if (shown.platform === id) people?.showDialog(shown);
  }

  function clear() {
    cards = [];
    requests.clear();
    refusals.clear();
    tabs.clear();
    people?.clear();
    show();
  }

  const element = h(
    'section',
    { className: 'panel chat', 'aria-label': title },
    h('div', { className: 'chat-head' }, h('h2', {}, title), tabs.element),
    addresses,
    people?.above,
    refusals.element,
    feed,
    people?.below,
  );
  open(tabs.current());
  const adds = { addMessage, addRequest, addCallback };
  return { id, title, element, ...adds, changeMessage, showDoors, showDialog, clear };
}

function empty(title, { answers }) {
  const next =
    answers === 'ok'
      ? `Press Play a bad night, or give the address above to a ${title} node of your own.`
      : 'This channel takes none. Post to the address above to see the refusal.';
  return h(
    'div',
    { className: 'empty' },
    h('p', {}, h('strong', {}, 'No messages here yet.')),
    h('p', {}, next),
  );
}
