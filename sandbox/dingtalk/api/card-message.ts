import type { NewMessage } from '../../platform';
import { LARGEST_VALUE_BYTES } from './card-data';
import type { Done } from './method';
import type { Card, Delivery } from './world';

/** A card as people see it in each of these places. */
export function seenIn(
  card: Card,
  deliveries: readonly Delivery[],
): Pick<Done, 'message' | 'copies'> {
  const [message, ...copies] = deliveries.map((delivery) => messageOf(card, delivery));
  return message ? { message, copies } : {};
}

function messageOf(card: Card, { channel, onlyFor, pings }: Delivery): NewMessage {
  const { app, outTrackId, template, params, privateParams } = card;
  const longest = Math.max(0, ...Object.values(params).map((value) => Buffer.byteLength(value)));
  return {
    channel,
    text: params.title ?? template.name,
    payload: {
      robot: app.name,
      outTrackId,
      cardTemplateId: template.id,
      cardParamMap: params,
      ...(Object.keys(privateParams).length > 0 && { privateData: privateParams }),
    },
    pings: [...pings],
    size: { used: longest, limit: LARGEST_VALUE_BYTES, unit: 'bytes of the longest variable' },
    ref: outTrackId,
    ...(onlyFor !== undefined && { onlyFor }),
  };
}
