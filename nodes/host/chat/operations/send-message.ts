import { alertFieldsOf, deliverText, ownFieldsOf } from '../../../../core/index';
import { byName, propertyOf } from '../../fields';
import type { Destination } from '../destination';
import { inputJson } from '../input';
import type { Operation } from '../operation';
import { sendingOptions } from '../options';
import { additionalFields, under } from '../properties';

export const sendMessage = ({ chat, transport }: Destination): Operation => {
  const field = byName(alertFieldsOf(chat));
  const own = ownFieldsOf(chat).filter(({ alertsOnly }) => !alertsOnly);
  const additional = [field('mentions'), ...own, field('maxWaitSeconds')];
  return {
    resource: 'message',
    name: 'send',
    sends: true,
    description: under('message', 'send', [
      propertyOf(field('text'), { required: true }),
      additionalFields(additional),
    ]),
    async execute(context, index, desk) {
      const text = String(context.getNodeParameter('text', index) ?? '');
      const options = sendingOptions(context, index, chat);
      const receipt = await deliverText({ chat, transport, text, ...options, ...desk });
      return { json: inputJson(context, index), receipt };
    },
  };
};
