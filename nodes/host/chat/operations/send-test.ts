import { deliverAlert, findChat, testEvent } from '../../../../core/index';
import type { Destination } from '../destination';
import type { Operation } from '../operation';
import { sendingOptions } from '../options';
import { cardProperties, under } from '../properties';

export const sendTest = ({ chat, transport }: Destination): Operation => ({
  resource: 'alert',
  name: 'test',
  sends: true,
  description: under('alert', 'test', [cardProperties(chat)]),
  async execute(context, index, desk) {
    const event = testEvent(desk.clock.now(), { chat: findChat(chat)?.name });
    const options = sendingOptions(context, index, chat);
    const receipt = await deliverAlert({ chat, transport, event, ...options, ...desk });
    return { json: event, receipt };
  },
});
