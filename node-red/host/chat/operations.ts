import type { NodeMessage } from 'node-red';
import {
  type Clock,
  deliverAlert,
  deliverText,
  type ReadEvent,
  type Receipt,
  removeMessage,
  testEvent,
} from '../../../core/index';
import { destinationOf } from '../outbox/address';
import type { Read } from '../typed-text';
import type { ChatAlertDef } from './alert-def';
import { type ChatKind, platformOf } from './connection';
import { wayTo } from './deliver';
import { readRef, refOfAlert, required } from './message-ref';
import { placeOf, readChannel, readPerson } from './place';
import type { Reached } from './reached';
import { connectionIdOf } from './reached';

/** One message of the flow, and what is at hand to deal with it. */
export interface Job {
  readonly config: ChatAlertDef;
  readonly kind: ChatKind;
  readonly message: NodeMessage;
  readonly given: ReadEvent;
  readonly read: Read;
  readonly clock: Clock;
}

/** Everything is read before it is the message's turn. */
export type Prepared = (reached: Reached) => Promise<Receipt>;
type Operation = (job: Job) => Promise<Prepared>;

const textOf = ({ config, message, read }: Job): Promise<string> =>
  read(config.text, config.textType, message);

const channelOf = ({ config, kind, message, read }: Job): Promise<string> =>
  readChannel(config, kind, message, read);

const send: Operation = async (job) => {
  const { config, kind, clock } = job;
  const [text, channel] = [await textOf(job), await channelOf(job)];
  const to = placeOf(kind, channel);
  return ({ connection }) => deliverText({ ...wayTo(config, kind, connection, clock), to, text });
};

const sendDirect: Operation = async (job) => {
  const { config, kind, clock, message, read } = job;
  const text = await textOf(job);
  const to = { person: await readPerson(config, message, read) };
  return ({ connection }) => deliverText({ ...wayTo(config, kind, connection, clock), to, text });
};

const sendPrivate: Operation = async (job) => {
  const { config, kind, clock, message, read } = job;
  const [text, channel] = [await textOf(job), await channelOf(job)];
  const onlyFor = await readPerson(config, message, read);
  const to = placeOf(kind, channel);
  return ({ connection }) =>
    deliverText({ ...wayTo(config, kind, connection, clock), to, onlyFor, text });
};

const remove: Operation = async ({ config, kind, clock, message, read }) => {
  const ref = required(await readRef(config, message, read));
  return ({ connection }) => removeMessage({ ...wayTo(config, kind, connection, clock), ref });
};

/** The message that shows the alert which came in, unless the node names another. */
const cardOf = async (job: Job) => {
  const { config, kind, message, given, read } = job;
  const named = await readRef(config, message, read);
  const connection = connectionIdOf(config, kind);
  const destination = destinationOf({ connection, place: await channelOf(job) });
  const event = given.ok ? given.event : undefined;
  return ({ cards }: Reached) => refOfAlert(named, cards, destination, event);
};

const reply: Operation = async (job) => {
  const { config, kind, clock } = job;
  const [text, card] = [await textOf(job), await cardOf(job)];
  return async (reached) => {
    const way = wayTo(config, kind, reached.connection, clock);
    return deliverText({ ...way, reply: await card(reached), text });
  };
};

const deleteAlert: Operation = async (job) => {
  const { config, kind, clock } = job;
  const card = await cardOf(job);
  return async (reached) => {
    const way = wayTo(config, kind, reached.connection, clock);
    return removeMessage({ ...way, ref: await card(reached) });
  };
};

const test: Operation = async (job) => {
  const { config, kind, clock } = job;
  const to = placeOf(kind, await channelOf(job));
  const event = testEvent(Date.now(), { chat: platformOf(kind).name });
  return ({ connection }) => deliverAlert({ ...wayTo(config, kind, connection, clock), to, event });
};

const ON_ALERTS: Readonly<Record<string, Operation>> = { reply, deleteAlert, test };
const ON_MESSAGES: Readonly<Record<string, Operation>> = {
  send,
  sendDirect,
  sendPrivate,
  delete: remove,
};

/** What is done to a message at once; cards are not here, because they are kept. */
export const operationOf = ({ resource, operation }: ChatAlertDef): Operation | undefined =>
  resource === 'message' ? (ON_MESSAGES[operation] ?? send) : ON_ALERTS[operation];
