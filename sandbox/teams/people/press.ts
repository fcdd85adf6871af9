import type { Message } from '../../journal/entries';
import { isObject, type JsonObject, objectsIn, textOf } from '../../judging/shape';
import type { Press, Reaction } from '../../people/people';
import type { Desk } from '../../server/desk';
import { Problem } from '../../server/problem';
import type { State } from '../api/state';
import type { Person } from '../api/world';
import { activityOf } from './activity';
import { APP } from './app';
import { callBot, isTaken } from './call-bot';
import { type Control, findControl } from './controls';
import { dataOf } from './inputs';
import { readInvokeAnswer } from './invoke-answer';
import { personWith, placeOf } from './place';
import { PATIENCE_MS, WORDS } from './words';

/** Somebody presses a button of a card. */
export async function press(desk: Desk, state: State, pressed: Press): Promise<Reaction> {
  const person = personWith(pressed.by);
  const message = messageFor(desk, pressed, person);
  const control = findControl(shownTo(message, person), pressed.control);
  if (!control) {
    const reason = `Teams shows no button ${JSON.stringify(pressed.control)} in this message.`;
    throw new Problem(404, 'unknown_control', reason);
  }
  const kind = kinds[textOf(control.action.type)];
  if (!kind) return { ok: true };
  const filled = dataOf(control, pressed.inputs ?? {});
  if ('missing' in filled) return { ok: false, problem: filled.missing };
  const activity = activityFor(desk, state, message, person);
  if (!activity) return { ok: false, problem: kind.failed };
  return kind.send({ desk, state, activity, message, person, control, data: filled.data });
}

interface Pressed {
  desk: Desk;
  state: State;
  activity: JsonObject;
  message: Message;
  person: Person;
  control: Control;
  data: unknown;
}

/** The other kinds of buttons are between a person and the client. */
const kinds: Record<string, { failed: string; send(pressed: Pressed): Promise<Reaction> }> = {
  'Action.Execute': { failed: WORDS.executeFailed.text, send: execute },
  'Action.Submit': { failed: WORDS.submitFailed.text, send: submit },
};

function messageFor({ journal }: Desk, { channel, message: name }: Press, person: Person): Message {
  const message = journal.messages.find(
    ({ platform, channel: place, ref, id }) =>
      platform === 'teams' && place === channel && (ref ?? id) === name,
  );
  if (!message || message.deleted) {
    throw new Problem(404, 'unknown_message', `There is no message ${name} in ${channel}.`);
  }
  if (message.onlyFor !== null && message.onlyFor !== person.name) {
    throw new Problem(403, 'wrong_person', `Only ${message.onlyFor} sees this message.`);
  }
  return message;
}

function shownTo({ views, payload }: Message, { name }: Person): JsonObject {
  const shown = views?.[name] ?? payload;
  return isObject(shown) ? shown : {};
}

/** Undefined where nobody is behind the card: the bot that wrote it is not the one that listens. */
function activityFor(
  desk: Desk,
  state: State,
  { channel, ref }: Message,
  person: Person,
): JsonObject | undefined {
  const conversation = placeOf(state, channel, person);
  const kept = state.activities.find(conversation.id, ref ?? '');
  if (kept?.appId !== APP.appId) return undefined;
  const activity = activityOf(desk, { conversation, person, rootId: kept.rootId });
  const legacy = { replyToId: kept.id };
  const channelData = { ...Object(activity.channelData), source: { name: 'message' }, legacy };
  return { ...activity, channelData, replyToId: kept.id };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions#actionsubmit */
async function submit({ desk, state, activity, data }: Pressed): Promise<Reaction> {
  const message = { type: 'message', ...activity, value: data };
  const called = await callBot(desk, state.keys, message, PATIENCE_MS.activity);
  return isTaken(called) ? { ok: true } : { ok: false, problem: WORDS.submitFailed.text };
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#adaptivecardaction-invoke-activity */
async function execute(pressed: Pressed): Promise<Reaction> {
  const { desk, state, activity, message, person, control, data } = pressed;
  const { id, title, verb } = control.action;
  const action = { type: 'Action.Execute', id, title, verb, data };
  const value = { action, trigger: 'manual' };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', ...activity, value };
  const called = await callBot(desk, state.keys, invoke, PATIENCE_MS.invoke);
  const answer = readInvokeAnswer(called);
  if (answer === 'failed') return { ok: false, problem: WORDS.executeFailed.text };
  if ('notice' in answer) return { ok: !answer.signIn, notice: answer.notice };
  desk.journal.showTo(message, person.name, withCard(message.payload, control, answer.card));
  return { ok: true };
}

function withCard(payload: unknown, { attachment }: Control, content: JsonObject): JsonObject {
  const message = isObject(payload) ? payload : {};
  const attachments = objectsIn(message.attachments).map((one, index) =>
    index === attachment ? { ...one, content } : one,
  );
  return { ...message, attachments };
}
