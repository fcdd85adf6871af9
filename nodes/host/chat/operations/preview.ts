import { previewAlert } from '../../../../core/index';
import { alertOf } from '../alert';
import { type Destination, failed } from '../destination';
import type { Operation } from '../operation';
import { sendingOptions } from '../options';
import { alertProperties, cardProperties, under } from '../properties';

export const preview = (destination: Destination): Operation => ({
  resource: 'alert',
  name: 'preview',
  sends: false,
  description: under('alert', 'preview', [
    ...alertProperties(destination.chat),
    cardProperties(destination.chat),
  ]),
  async execute(context, index, { clock }) {
    const alert = alertOf(context, index, clock.now());
    if ('problem' in alert) return failed(destination, alert);
    const { json, event, decision } = alert;
    const { options } = sendingOptions(context, index, destination.chat);
    const { receipt, rendered } = previewAlert({ ...destination, event, decision, options });
    return { json: { ...json, rendered: rendered.payload }, receipt };
  },
});
