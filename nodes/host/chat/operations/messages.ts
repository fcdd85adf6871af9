import { type ChatId, deliverText, ownFieldsOf, type Place } from '../../../../core/index';
import { byName, propertyOf } from '../../fields';
import { channelProperty, fieldsOf, forBots, personProperty } from '../bot-properties';
import { inputJson } from '../input';
import { eachItem, type Handled, type Job, type Operation } from '../operation';
import { sendingOptions } from '../options';
import { channelOf, personOf } from '../places';
import { additionalFields, under } from '../properties';

/** Into the channel of the webhook, or any the bot is in. */
export const sendMessage = (chat: ChatId): Operation =>
  message(chat, 'send', forBots([channelProperty(chat)]), (job, index) => ({
    to: channelOf(job, index),
  }));

/** To one person, in a conversation of its own. */
export const sendDirect = (chat: ChatId): Operation =>
  message(chat, 'sendDirect', [personProperty(chat)], (job, index) => {
    const person = personOf(job, index);
    return { to: person === '' ? undefined : { person } };
  });

/** In a channel, for the eyes of one person. */
export const sendPrivate = (chat: ChatId): Operation =>
  message(chat, 'sendPrivate', [channelProperty(chat), personProperty(chat)], (job, index) => ({
    to: channelOf(job, index),
    onlyFor: personOf(job, index),
  }));

interface Whereto {
  readonly to: Place | undefined;
  readonly onlyFor?: string;
}

const message = (
  chat: ChatId,
  name: string,
  places: Operation['description'],
  whereto: (job: Job, index: number) => Whereto,
): Operation => {
  const field = byName(fieldsOf(chat));
  return {
    resource: 'message',
    name,
    sends: true,
    description: under('message', name, [
      ...places,
      propertyOf(field('text'), { required: true }),
      additionalFields(messageFields(chat)),
    ]),
    run: eachItem((job, index) => say(job, index, whereto(job, index))),
  };
};

/** What counts for a message of one's own words. */
const messageFields = (chat: ChatId) => {
  const field = byName(fieldsOf(chat));
  const own = ownFieldsOf(chat).filter(({ alertsOnly }) => !alertsOnly);
  return [field('mentions'), ...own, field('maxWaitSeconds')];
};

async function say(job: Job, index: number, where: Whereto): Promise<Handled> {
  const { context, destination, http, clock } = job;
  const text = String(context.getNodeParameter('text', index) ?? '');
  const options = sendingOptions(context, index, destination.chat);
  const receipt = await deliverText({ ...destination, ...where, text, ...options, http, clock });
  return { json: inputJson(context, index), receipt };
}
