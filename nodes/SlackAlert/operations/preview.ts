import { renderCard, slackAlertFields } from '../../../core/index';
import { alertOf, stateOf } from '../../host/chat/alert';
import { failed, unsent } from '../../host/chat/destination';
import type { Operation } from '../../host/chat/operation';
import { sendingOptions } from '../../host/chat/options';
import { alertProperties, cardProperties, under } from '../../host/chat/properties';
import { destination } from '../destination';

const reasons = ['This is a preview: nothing was sent.'];

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
    const { options } = sendingOptions(context, index);
    const silent = alert.decision?.silent === true;
    const { payload, size, dropped, pings } = renderCard(
      destination.chat,
      destination.transport,
      stateOf(alert.event),
      { ...options, silent },
    );
    return {
      json: { ...alert.json, rendered: payload },
      receipt: unsent(destination, { receipt: 'skipped', reasons, size, dropped, pings }),
    };
  },
};
