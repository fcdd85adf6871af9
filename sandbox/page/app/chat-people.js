import { post } from './api.js';
import { callbackStrip } from './callback-strip.js';
import { openDialog } from './dialog-form.js';
import { h } from './dom.js';
import { doorsForm } from './doors-form.js';
import { personPicker } from './person-picker.js';
import { reactionView } from './reaction-view.js';
import { sayLine } from './say-line.js';

/** What you do in one chat as one of its people, and what comes of it. */
export function chatPeople(
  { id, title },
  { people, doors, placeholder },
  { bots, channel, changed },
) {
  const picker = personPicker(title, people, changed);
  const said = reactionView();
  const views = new Map();
  const callbacks = callbackStrip(people);
  const places = doorsForm({ id, title }, doors, bots);

  /** A refusal of the sandbox itself is shown as any other. */
  function act(what, action, { id: by }) {
    return post(`/inspect/chats/${id}/${what}`, { ...action, by }).catch(({ message }) => ({
      ok: false,
      problem: message,
    }));
  }

  async function react(view, person, pending) {
    const show = view.begin();
    const finish = (reaction) => show(reaction, person.name);
    const reaction = await pending;
    finish(reaction);
    if (reaction.dialog) open(reaction.dialog, person, finish);
    return reaction;
  }

  function open(dialog, person, finish) {
    openDialog(dialog, (submission) => act('submit', submission, person), finish);
  }

  /** A dialog an app opens, or changes, after it has answered. */
  function showDialog({ by, dialog }) {
    const person = picker.chosen();
    if (person.id === by) open(dialog, person, (reaction) => said.show(reaction, person.name));
  }

  function say(text) {
    const person = picker.chosen();
    return react(said, person, act('say', { channel: channel(), text }, person));
  }

  /** What a message needs of people: how to press its buttons, and where to tell what came of it. */
  function at(message) {
    if (!views.has(message.id)) views.set(message.id, reactionView());
    const view = views.get(message.id);
    const place = { channel: message.channel, message: message.ref ?? message.id };
    const press = ({ control, value, inputs }) => {
      const person = picker.chosen();
      return react(view, person, act('press', { ...place, control, value, inputs }, person));
    };
    return { press, reaction: view.element, seen: seenBy(picker.chosen().name, message) };
  }

  function settle(message) {
    views.get(message.id)?.settle();
  }

  function clear() {
    views.clear();
    callbacks.clear();
    said.show({});
  }

  const line = sayLine(title, placeholder, say);
  const above = h('div', { className: 'called-back' }, places.element, callbacks.element);
  const below = h('div', { className: 'talk' }, said.element, picker.element, line);
  const told = { addCallback: callbacks.add, showDoors: places.show, showDialog };
  return { above, below, at, settle, clear, ...told };
}

/** A message as one person sees it, where the platform shows that person something else. */
function seenBy(name, message) {
  const { views = {} } = message;
  return Object.hasOwn(views, name) ? { ...message, payload: views[name], as: name } : message;
}
