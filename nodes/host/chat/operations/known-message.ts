import {
  type ChatId,
  deliverText,
  findCard,
  type MessageRef,
  noMessage,
  readAlertEvent,
  removeMessage,
} from '../../../../core/index';
import { byName, propertyOf } from '../../fields';
import { channelProperty, fieldsOf, messageRefProperty } from '../bot-properties';
import { failed } from '../destination';
import { inputJson } from '../input';
import { eachItem, type Handled, type Job, type Operation } from '../operation';
import { channelOf, destinationName, messageRefOf } from '../places';
import { under } from '../properties';

const FOUND =
  'Empty for the card of the alert in the input: by the store, or by the messageRef it carries under delivery';
const CARRIED = 'Empty for the messageRef the input carries under delivery';
/** Only the store asks for it. */
const ANY_CHANNEL = { required: false };

export const reply = (chat: ChatId): Operation => ({
  resource: 'alert',
  name: 'reply',
  sends: true,
  description: under('alert', 'reply', [
    channelProperty(chat, ANY_CHANNEL),
    propertyOf(byName(fieldsOf(chat))('text'), { required: true }),
    messageRefProperty(chat, FOUND),
  ]),
  run: eachItem(async (job, index) => {
    const { context, destination, http, clock } = job;
    const text = String(context.getNodeParameter('text', index) ?? '');
    return onMessage(job, index, await cardRef(job, index), (ref) =>
      deliverText({ ...destination, reply: ref, text, http, clock }),
    );
  }),
});

export const deleteAlert = (chat: ChatId): Operation => ({
  resource: 'alert',
  name: 'deleteAlert',
  sends: true,
  description: under('alert', 'deleteAlert', [
    channelProperty(chat, ANY_CHANNEL),
    messageRefProperty(chat, FOUND),
  ]),
  run: eachItem(async (job, index) => remove(job, index, await cardRef(job, index))),
});

export const deleteMessage = (chat: ChatId): Operation => ({
  resource: 'message',
  name: 'delete',
  sends: true,
  description: under('message', 'delete', [messageRefProperty(chat, CARRIED)]),
  run: eachItem((job, index) =>
    remove(job, index, messageRefOf(job.context, job.destination, index)),
  ),
});

const remove = (job: Job, index: number, found: MessageRef | undefined): Promise<Handled> => {
  const { destination, http, clock } = job;
  return onMessage(job, index, found, (ref) => removeMessage({ ...destination, ref, http, clock }));
};

async function onMessage(
  { context, destination }: Job,
  index: number,
  ref: MessageRef | undefined,
  act: (ref: MessageRef) => Promise<Handled['receipt']>,
): Promise<Handled> {
  const json = inputJson(context, index);
  if (!ref) return failed(destination, { json, problem: noMessage });
  return { json, receipt: await act(ref) };
}

/** A message named in the node, else the one the store knows, else the one the input carries. */
async function cardRef(job: Job, index: number): Promise<MessageRef | undefined> {
  const { context, destination, store } = job;
  const carried = messageRefOf(context, destination, index);
  const read = readAlertEvent(inputJson(context, index));
  if (context.getNodeParameter('messageRef', index, '') !== '' || !store || !read.ok)
    return carried;
  const place = destinationName(job, channelOf(job, index));
  const kept = await findCard(store, place, read.event).catch(() => undefined);
  return kept?.ref ?? carried;
}
