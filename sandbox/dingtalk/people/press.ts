import type { Message } from '../../journal/entries';
import type { Press, Reaction } from '../../people/people';
import type { Desk } from '../../server/desk';
import { Problem } from '../../server/problem';
import { seenIn, viewsOf } from '../api/card-message';
import type { DingTalkPerson } from '../api/people';
import type { Card, World } from '../api/world';
import type { Gateway } from '../stream/gateway';
import { type CardButton, readButtons } from './buttons';
import { readAnswer } from './card-answer';
import { tellApp } from './card-callback';
import { lineOf } from './dtmd';
import { personHere, placeOf } from './place';
import { say, type Talk } from './say';

export interface Hand extends Talk {
  world: World;
  gateway: Gateway;
}

/** Somebody presses a button of a card, or a link that says something for them. */
export async function press(hand: Hand, { channel, message, control, by }: Press) {
  const person = personHere(by);
  const place = placeOf(person, channel);
  const shown = messageHere(hand.desk, person, channel, message);
  const text = lineOf(shown, control, place.group);
  if (text !== undefined) return say(hand, { channel, text, by });
  const card = hand.world.findCardIn(channel, shown.ref ?? '');
  if (!card) throw new Problem(404, 'unknown_control', 'This message has no such button.');
  return pressButton(hand, card, buttonOf(card, person, control), person);
}

function messageHere(
  { journal }: Desk,
  { name }: DingTalkPerson,
  channel: string,
  id: string,
): Message {
  const found = journal.messages.find(
    (one) =>
      one.platform === 'dingtalk' && one.channel === channel && (one.ref === id || one.id === id),
  );
  if (!found || found.deleted) {
    throw new Problem(404, 'unknown_message', `There is no message ${id} in ${channel}.`);
  }
  if (found.onlyFor !== null && !found.onlyFor.split(', ').includes(name)) {
    throw new Problem(403, 'not_shown', `${name} does not see this card.`);
  }
  return found;
}

/** A button as this person sees it. */
function buttonOf(card: Card, { userId }: DingTalkPerson, control: string): CardButton {
  const params = { ...card.params, ...card.privateParams[userId] };
  const read = readButtons(card.template, params);
  if ('flaw' in read) throw new Problem(409, 'broken_buttons', read.flaw);
  const button = read.buttons.find(({ id }) => id === control);
  if (!button) throw new Problem(404, 'unknown_control', `The card has no button ${control}.`);
  if (button.disabled) throw new Problem(409, 'button_disabled', `${button.text} is disabled.`);
  return button;
}

async function pressButton(
  { desk, world, gateway }: Hand,
  card: Card,
  button: CardButton,
  { userId, name }: DingTalkPerson,
): Promise<Reaction> {
  const pressed = { card, button, by: userId };
  const called = await world.whileCalling(card, () => tellApp(desk, { world, gateway }, pressed));
  if (typeof called === 'string') return { ok: false, problem: called };
  const current = world.findCard(card.app, card.outTrackId);
  if (!current) return { ok: true };
  const answer = readAnswer(called, current, userId);
  if (typeof answer === 'string') return { ok: false, problem: answer };
  world.keepCard(answer.card);
  if (answer.isPublic) showAll(desk, answer.card);
  else if (answer.card !== current) showOne(desk, answer.card, name);
  return { ok: true };
}

function showAll({ journal }: Desk, card: Card): void {
  const { message, copies = [] } = seenIn(card, card.deliveries);
  if (!message) return;
  for (const each of [message, ...copies]) journal.updateMessage('dingtalk', each);
}

function showOne({ journal }: Desk, card: Card, name: string): void {
  const view = viewsOf(card)[name];
  const places = card.deliveries.map(({ channel }) => channel);
  const shown = journal.messages.filter(
    ({ platform, channel, ref }) =>
      platform === 'dingtalk' && ref === card.outTrackId && places.includes(channel),
  );
  for (const message of shown) journal.showTo(message, name, view);
}
