import { createHmac } from 'node:crypto';
import { parseObject } from '../../judging/decode';
import { isObject, type JsonObject, textOf } from '../../judging/shape';
import type { Called } from '../../people/call-back';
import type { Desk } from '../../server/desk';
import { activityError, sizeOf, textIn } from '../api/activity';
import type { Conversation } from '../api/conversations';
import type { State } from '../api/state';
import { elementsIn } from '../card-texts';
import { cardsIn } from '../message';
import { CLIENT } from './activity';
import { OUTGOING } from './app';
import { callDoor, isTaken } from './call-bot';
import { PATIENCE_MS, WORDS } from './words';

/**
 * Asks the service behind the outgoing webhook and says its answer in the thread. False when there
 * is none that can be said.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 */
export async function callOutgoing(
  desk: Desk,
  state: State,
  conversation: Conversation,
  activity: JsonObject,
): Promise<boolean> {
  const { from, id } = activity;
  // it is no bot: nobody is the recipient, and its own mention is no entity
  const body = JSON.stringify({ ...activity, recipient: null, entities: [CLIENT] });
  const headers = { authorization: `HMAC ${hmacOf(body)}` };
  const by = isObject(from) ? textOf(from.id) : '';
  const call = { kind: 'outgoing webhook', by, headers, body, patienceMs: PATIENCE_MS.outgoing };
  const answer = answerIn(await callDoor(desk, 'outgoing', call));
  post(desk, state, conversation, textOf(id), answer ?? SORRY);
  return answer !== undefined;
}

const SORRY = { type: 'message', text: WORDS.outgoingFailed.text };

function hmacOf(body: string): string {
  const key = Buffer.from(OUTGOING.token, 'base64');
  return createHmac('sha256', key).update(body, 'utf8').digest('base64');
}

function answerIn(called: Called): JsonObject | undefined {
  const read = isTaken(called) ? parseObject(called.body) : { flaw: 'It was not taken.' };
  if ('flaw' in read) return undefined;
  const message = { type: 'message', ...read.payload };
  return activityError(message) || hasOtherButtons(message) ? undefined : message;
}

/** Its cards can do nothing but open a page. */
function hasOtherButtons(message: JsonObject): boolean {
  return [...elementsIn(cardsIn(message))].some(
    ({ type }) => textOf(type).startsWith('Action.') && type !== 'Action.OpenUrl',
  );
}

function post(
  { journal, now }: Desk,
  { activities }: State,
  { name: channel }: Conversation,
  replyTo: string,
  answer: JsonObject,
): void {
  const ref = activities.newId(now());
  const payload = { ...answer, from: { name: OUTGOING.name } };
  const [text, size] = [textIn(answer), sizeOf(answer)];
  journal.addMessage('teams', { channel, text, payload, pings: [], size, ref, replyTo });
}
