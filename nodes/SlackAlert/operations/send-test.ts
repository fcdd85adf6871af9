import { deliverAlert, findChat, slackAlertFields, testEvent } from '../../../core/index';
import type { Operation } from '../../host/chat/operation';
import { sendingOptions } from '../../host/chat/options';
import { cardProperties, under } from '../../host/chat/properties';
import { destination } from '../destination';

export const sendTest: Operation = {
  resource: 'alert',
  name: 'test',
  sends: true,
  description: under('alert', 'test', [cardProperties(slackAlertFields)]),
  async execute(context, index, desk) {
    const { chat, transport } = destination;
    const event = testEvent(desk.clock.now(), { chat: findChat(chat)?.name });
    const delivery = { chat, transport, event };
    const receipt = await deliverAlert({ ...delivery, ...sendingOptions(context, index), ...desk });
    return { json: event, receipt };
  },
};
