import { type ChatId, previewAlert } from '../../../../core/index';
import { alertOf } from '../alert';
import { failed } from '../destination';
import { eachItem, type Operation } from '../operation';
import { sendingOptions } from '../options';
import { alertProperties, cardProperties, under } from '../properties';

export const preview = (chat: ChatId): Operation => ({
  resource: 'alert',
  name: 'preview',
  sends: false,
  description: under('alert', 'preview', [...alertProperties(chat), cardProperties(chat)]),
  run: eachItem(async ({ context, destination, clock }, index) => {
    const alert = alertOf(context, index, clock.now());
    if ('problem' in alert) return failed(destination, alert);
    const { json, event, decision } = alert;
    const { options } = sendingOptions(context, index, chat);
    const { receipt, rendered } = previewAlert({ ...destination, event, decision, options });
    return { json: { ...json, rendered: rendered.payload }, receipt };
  }),
});
