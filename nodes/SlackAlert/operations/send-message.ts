import { deliverText, slackAlertFields } from '../../../core/index';
import { inputJson } from '../../host/chat/input';
import type { Operation } from '../../host/chat/operation';
import { sendingOptions } from '../../host/chat/options';
import { additionalFields, under } from '../../host/chat/properties';
import { byName, propertyOf } from '../../host/fields';
import { destination } from '../destination';

const field = byName(slackAlertFields);

export const sendMessage: Operation = {
  resource: 'message',
  name: 'send',
  sends: true,
  description: under('message', 'send', [
    propertyOf(field('text'), { required: true }),
    additionalFields([field('mentions'), field('maxWaitSeconds')]),
  ]),
  async execute(context, index, desk) {
    const { chat, transport } = destination;
    const text = String(context.getNodeParameter('text', index) ?? '');
    const delivery = { chat, transport, text };
    const receipt = await deliverText({ ...delivery, ...sendingOptions(context, index), ...desk });
    return { json: inputJson(context, index), receipt };
  },
};
