import { capabilitiesOf } from '../capabilities';
import { oneEvent } from '../one-event';
import type { OnCallPlatform, ParsedWebhook } from '../platform';
import { actions } from './actions';
import { readDelivery } from './body/envelope';
import { alertId, readEvent } from './body/event';

export const capabilities = capabilitiesOf(actions);

export const recognises: OnCallPlatform['recognises'] = (body) => readDelivery(body) !== undefined;

export const parse: OnCallPlatform['parse'] = (body, receivedAt, options): ParsedWebhook => {
  const delivery = readDelivery(body);
  if (delivery === undefined) return { events: [], warnings: ['This is no event of ilert.'] };
  const { trigger, fields } = delivery;
  const { alertUrlPattern } = options;
  const event = readEvent(delivery, { receivedAt, alertUrlPattern, capabilities });
  return oneEvent(event, body, options, {
    platform: 'ilert',
    unknownEvent: trigger.isKnown ? undefined : trigger.rawType,
    namesAlert: alertId(fields) !== undefined,
  });
};
