import { deliverAlert } from '../../../../core/index';
import { alertOf } from '../alert';
import { type Destination, failed } from '../destination';
import type { Operation } from '../operation';
import { sendingOptions } from '../options';
import { alertProperties, cardProperties, under } from '../properties';

export const upsert = (destination: Destination): Operation => {
  const { chat, transport } = destination;
  return {
    resource: 'alert',
    name: 'upsert',
    sends: true,
    description: under('alert', 'upsert', [...alertProperties(chat), cardProperties(chat)]),
    async execute(context, index, desk) {
      const alert = alertOf(context, index, desk.clock.now());
      if ('problem' in alert) return failed(destination, alert);
      const { json, event, decision } = alert;
      const options = sendingOptions(context, index, chat);
      const receipt = await deliverAlert({ chat, transport, event, decision, ...options, ...desk });
      return { json, receipt };
    },
  };
};
