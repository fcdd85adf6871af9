import { type ChatId, previewAlert } from '../../../../core/index';
import { alertOf, notShown } from '../alert';
import { buttonProperties } from '../button-properties';
import { previewedButtons } from '../buttons';
import { failed } from '../destination';
import { eachItem, type Operation } from '../operation';
import { sendingOptions } from '../options';
import { alertProperties, cardProperties, under } from '../properties';

export const preview = (chat: ChatId): Operation => ({
  resource: 'alert',
  name: 'preview',
  sends: false,
  description: under('alert', 'preview', [
    ...alertProperties(chat),
    ...buttonProperties,
    cardProperties(chat),
  ]),
  run: eachItem(async (job, index) => {
    const { context, destination } = job;
    const alert = alertOf(job, index);
    if (!('event' in alert)) return notShown(destination, alert);
    const { json, event, decision } = alert;
    const { options } = sendingOptions(context, index, chat);
    const shown = previewedButtons(context, index);
    if ('problem' in shown) return failed(destination, { json, problem: shown.problem });
    const buttons = shown.rules;
    const preview = { ...destination, event, decision, options, buttons };
    const { receipt, rendered } = previewAlert(preview);
    return { json: { ...json, rendered: rendered.payload }, receipt };
  }),
});
