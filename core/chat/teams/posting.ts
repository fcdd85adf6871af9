import { text } from '../../alert/untrusted';
import type { MessageRef, Outcome } from '../../http/outcome';
import { ask, type Steps } from '../../http/steps';
import type { HttpRequest } from '../../http/types';
import type { Place, Rendered } from '../platform';
import { postJson } from '../request';
import { webAddress } from '../web-link';
import { deliveredBy, found, idIn } from './api-answer';
import * as places from './places';

type Payload = Rendered['payload'];

/** Without the charset, emoji break on the way. */
export const sending = (body: object, url: string): HttpRequest => ({
  ...postJson(body, 'UTF-8'),
  url,
});

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
export const post = (payload: Payload, to: Place): Steps<Outcome> =>
  'person' in to ? postToPerson(payload, to.person) : postTo(payload, to.channel);

function* postTo(payload: Payload, written: string): Steps<Outcome> {
  const channel = places.conversationOf(written);
  if (channel === undefined) return { kind: 'rejected', problem: places.noChannel };
  if (places.holdsThreads(channel)) return yield* startThread(payload, channel);
  return yield* ask(sending(payload, places.activitiesOf(channel)), addedTo(channel));
}

const startThread = (activity: Payload, channel: string): Steps<Outcome> => {
  const body = { isGroup: true, channelData: { channel: { id: channel } }, activity };
  return ask(
    sending(body, places.NEW_CONVERSATION),
    deliveredBy(({ id, activityId, serviceUrl }) => {
      const message = text(activityId);
      return message === undefined ? undefined : refTo(text(id) ?? channel, message, serviceUrl);
    }),
  );
};

/** A chat with one person is made first; making it again finds the same one. */
function* postToPerson(payload: Payload, written: string): Steps<Outcome> {
  const person = places.personOf(written);
  if (person === undefined) return { kind: 'rejected', problem: places.noPerson };
  const request = sending({ isGroup: false, members: [{ id: person }] }, places.NEW_CONVERSATION);
  const chat = yield* ask(request, (answer, now) => found(answer, now, idIn));
  if ('outcome' in chat) return begun(chat.outcome);
  return yield* ask(sending(payload, places.activitiesOf(chat.found)), addedTo(chat.found));
}

/** What Teams finds wrong with so short a question is the person or the tenant. */
const begun = (outcome: Outcome): Outcome =>
  outcome.kind === 'rejected' && outcome.problem.code === 'teams.bad_request'
    ? { kind: 'rejected', problem: places.noChat }
    : outcome;

export const addedTo = (
  conversation: string,
  changes: 'new' | 'existing' = 'new',
  service?: string,
) =>
  deliveredBy((body) => {
    const message = idIn(body);
    return message === undefined ? undefined : refTo(conversation, message, service);
  }, changes);

/** A server that answers names itself only where it is not the one of the credential. */
const refTo = (channel: string, message: string, service: unknown): MessageRef => ({
  chat: 'teams',
  channel,
  message,
  ...(typeof service === 'string' && webAddress(service) && { service }),
});

/** Below the message in a channel; after it in a chat. */
export function* reply(payload: Payload, ref: MessageRef): Steps<Outcome> {
  const standing = places.standingOf(ref);
  if (!standing) return { kind: 'rejected', problem: places.noMessage };
  const { replies, conversation, service } = standing;
  return yield* ask(sending(payload, replies), addedTo(conversation, 'existing', service));
}

export const update = (payload: Payload, ref: MessageRef): Steps<Outcome> =>
  change(ref, (url) => ({ ...sending(payload, url), method: 'PUT' }));

export const remove = (ref: MessageRef): Steps<Outcome> =>
  change(ref, (url) => ({ method: 'DELETE', url, headers: {} }));

function* change(ref: MessageRef, request: (url: string) => HttpRequest): Steps<Outcome> {
  const standing = places.standingOf(ref);
  if (!standing) return { kind: 'rejected', problem: places.noMessage };
  return yield* ask(
    request(standing.activity),
    deliveredBy(() => ref, 'existing'),
  );
}
