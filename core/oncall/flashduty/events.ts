import { capabilitiesOf } from '../capabilities';
import { oneEvent } from '../one-event';
import type { OnCallPlatform, ParsedWebhook } from '../platform';
import { actions } from './actions';
import { alertId } from './body/alert';
import { readDelivery } from './body/envelope';
import { readEvent } from './body/event';
import { readKind } from './body/kind';
import { readActor } from './body/people';

/** https://docs.flashcat.cloud/en/openapi: the calls below /incident */
export const capabilities = capabilitiesOf(actions);

export const recognises: OnCallPlatform['recognises'] = (body) => readDelivery(body) !== undefined;

export const parse: OnCallPlatform['parse'] = (body, receivedAt, options): ParsedWebhook => {
  const delivery = readDelivery(body);
  if (delivery === undefined) return { events: [], warnings: ['This is no event of Flashduty.'] };
  const actor = readActor(delivery);
  const kind = readKind(delivery, actor !== undefined);
  const { alertUrlPattern } = options;
  const event = readEvent(delivery, kind, { actor, receivedAt, alertUrlPattern, capabilities });
  return oneEvent(event, body, options, {
    platform: 'Flashduty',
    unknownEvent: kind.isKnown ? undefined : delivery.rawType,
    namesAlert: alertId(delivery) !== undefined,
  });
};
