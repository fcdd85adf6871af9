import { previewAlert, slackAlertFields } from '../../../core/index';
import { alertOf } from '../../host/chat/alert';
import { failed } from '../../host/chat/destination';
import type { Operation } from '../../host/chat/operation';
import { sendingOptions } from '../../host/chat/options';
import { alertProperties, cardProperties, under } from '../../host/chat/properties';
import { destination } from '../destination';

export const preview: Operation = {
  resource: 'alert',
  name: 'preview',
  sends: false,
  description: under('alert', 'preview', [
    ...alertProperties(slackAlertFields),
    cardProperties(slackAlertFields),
  ]),
  async execute(context, index, { clock }) {
    const alert = alertOf(context, index, clock.now());
    if ('problem' in alert) return failed(destination, alert);
    const { json, event, decision } = alert;
    const { options } = sendingOptions(context, index);
    const { receipt, rendered } = previewAlert({ ...destination, event, decision, options });
    return { json: { ...json, rendered: rendered.payload }, receipt };
  },
};
