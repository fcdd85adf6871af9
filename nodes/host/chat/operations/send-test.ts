import { type ChatId, deliverAlert, findChat, testEvent } from '../../../../core/index';
import { channelProperty, forBots } from '../bot-properties';
import { eachItem, type Operation } from '../operation';
import { sendingOptions } from '../options';
import { channelOf } from '../places';
import { cardProperties, under } from '../properties';

export const sendTest = (chat: ChatId): Operation => ({
  resource: 'alert',
  name: 'test',
  sends: true,
  description: under('alert', 'test', [...forBots([channelProperty(chat)]), cardProperties(chat)]),
  run: eachItem(async (job, index) => {
    const { context, destination, http, clock } = job;
    const event = testEvent(clock.now(), { chat: findChat(chat)?.name });
    const options = sendingOptions(context, index, chat);
    const to = channelOf(job, index);
    const receipt = await deliverAlert({ ...destination, event, to, ...options, http, clock });
    return { json: event, receipt };
  }),
});
