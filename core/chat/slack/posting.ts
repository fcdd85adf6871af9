import type { MessageRef, Outcome } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import type { HttpAnswer } from '../../http/types';
import { isFailure } from '../../http/types';
import { tellApi } from '../api';
import type { Place, Rendered } from '../platform';
import type { Trouble } from '../trouble';
import { readApi, refOf, type Said, unexpected } from './api-answer';
import { botProblem, notARef } from './bot-errors';
import { join, openConversation } from './places';

type Payload = Rendered['payload'];
type Body = Readonly<Record<string, unknown>> & { readonly channel: string };

/** What a message carries so that it can be found again: https://docs.slack.dev/messaging/message-metadata */
export const EVENT_TYPE = 'alertwire_card';

export function* post(payload: Payload, to: Place, key: string): Steps<Outcome> {
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
  const at = (channel: string) => send(POST, { ...payload, metadata, channel });
  if ('channel' in to) return outcome(yield* at(to.channel.trim()));
  const person = to.person.trim();
  const first = yield* at(person);
  if (!('word' in first) || first.word !== 'channel_not_found') return outcome(first);
  const opened = yield* openConversation(person);
  if ('channel' in opened) return outcome(yield* at(opened.channel));
  return 'word' in opened && opened.word === 'user_not_found' ? outcome(opened) : NOBODY;
}

const POST = '/chat.postMessage';
const NOBODY: Outcome = { kind: 'rejected', problem: botProblem('user_not_found') };

export function* reply(payload: Payload, ref: MessageRef): Steps<Outcome> {
  const { channel, message } = ref;
  if (!channel) return NO_REF;
  return outcome(yield* send(POST, { ...payload, channel, thread_ts: message }));
}

/** Attachments stay unless others are given, and with them the coloured bar. */
export function* update(payload: Payload, ref: MessageRef): Steps<Outcome> {
  const { channel, message: ts } = ref;
  if (!channel) return NO_REF;
  const body = { attachments: [], ...payload, channel, ts };
  return changed(yield* told('/chat.update', body), ref);
}

export function* remove(ref: MessageRef): Steps<Outcome> {
  const { channel, message: ts } = ref;
  if (!channel) return NO_REF;
  return changed(yield* told('/chat.delete', { channel, ts }), ref);
}

/** Nobody can change it later, so there is no ref. */
export function* whisper(
  payload: Payload,
  to: { readonly channel: string; readonly person: string },
): Steps<Outcome> {
  const channel = to.channel.trim();
  const said = yield* send('/chat.postEphemeral', { ...payload, channel, user: to.person.trim() });
  return 'data' in said ? { kind: 'delivered' } : said.trouble;
}

const NO_REF: Outcome = { kind: 'rejected', problem: notARef };

/** Sends a new message; a public channel the bot is not in, it joins once. */
function* send(method: string, body: Body): Steps<Told> {
  const said = yield* told(method, body);
  if (!('word' in said) || said.word !== 'not_in_channel') return doubtful(said);
  return (yield* join(body.channel)) ? doubtful(yield* told(method, body)) : said;
}

type Told = Said & { readonly answer?: HttpAnswer };

const told = (method: string, body: object): Steps<Told> =>
  ask(tellApi('POST', method, body), (answer, now) => ({ ...readApi(answer, now), answer }));

/** It may be that part of it was done: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const HALF_DONE: readonly string[] = ['fatal_error', 'internal_error'];

const doubtful = (said: Told): Told => {
  if (!('word' in said) || !HALF_DONE.includes(said.word ?? '')) return said;
  const problem = {
    ...said.trouble.problem,
    hint: 'The message may be there or not. It is not sent again, so that nobody is paged twice.',
  };
  return { ...said, trouble: { kind: 'unknown', problem } };
};

const outcome = (said: Told): Outcome => {
  if (!('data' in said)) return said.trouble;
  const ref = refOf(said.data.channel, said.data.ts);
  return ref ? { kind: 'delivered', ref } : strange(said.answer);
};

const changed = (said: Told, ref: MessageRef): Outcome =>
  'data' in said ? { kind: 'delivered', ref } : said.trouble;

/** `ok` without saying where the message is: no Slack says that. */
const strange = (answer: HttpAnswer | undefined): Trouble =>
  unexpected(answer && !isFailure(answer) ? answer : { status: 200, headers: {}, body: '' });
