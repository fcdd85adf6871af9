import { deliverAlert, slackAlertFields } from '../../../core/index';
import { alertOf } from '../../host/chat/alert';
import { failed } from '../../host/chat/destination';
import type { Operation } from '../../host/chat/operation';
import { sendingOptions } from '../../host/chat/options';
import { alertProperties, cardProperties, under } from '../../host/chat/properties';
import { destination } from '../destination';

export const upsert: Operation = {
  resource: 'alert',
  name: 'upsert',
  sends: true,
  description: under('alert', 'upsert', [
    ...alertProperties(slackAlertFields),
    cardProperties(slackAlertFields),
  ]),
  async execute(context, index, desk) {
    const alert = alertOf(context, index, desk.clock.now());
    if ('problem' in alert) return failed(destination, alert);
    const { json, event, decision } = alert;
    const { chat, transport } = destination;
    const delivery = { chat, transport, event, decision };
    const receipt = await deliverAlert({ ...delivery, ...sendingOptions(context, index), ...desk });
    return { json, receipt };
  },
};
