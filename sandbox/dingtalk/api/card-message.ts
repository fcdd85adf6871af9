import type { NewMessage } from '../../platform';
import { LARGEST_VALUE_BYTES } from './card-data';
import type { Done } from './method';
import { personOf } from './people';
import type { Card, Delivery, Params } from './world';

/** A card as people see it in each of these places. */
export function seenIn(
  card: Card,
  deliveries: readonly Delivery[],
): Pick<Done, 'message' | 'copies'> {
  const [message, ...copies] = deliveries.map((delivery) => messageOf(card, delivery));
  return message ? { message, copies } : {};
}

function messageOf(card: Card, { channel, onlyFor, pings }: Delivery): NewMessage {
  const { outTrackId, template, params, privateParams } = card;
  const views = viewsOf(card);
  const longest = Math.max(0, ...Object.values(params).map((value) => Buffer.byteLength(value)));
  return {
    channel,
    text: params.title ?? template.name,
    payload: {
      ...payloadOf(card, params),
      ...(Object.keys(privateParams).length > 0 && { privateData: privateParams }),
    },
    pings: [...pings],
    size: { used: longest, limit: LARGEST_VALUE_BYTES, unit: 'bytes of the longest variable' },
    ref: outTrackId,
    ...(onlyFor !== undefined && { onlyFor }),
    ...(Object.keys(views).length > 0 && { views }),
  };
}

/** What is private covers what is public. */
export function viewsOf(card: Card): Record<string, unknown> {
  const { app, params, privateParams } = card;
  const views = Object.entries(privateParams).map(([userId, own]) => {
    const name = personOf(app, userId)?.name ?? userId;
    return [name, payloadOf(card, { ...params, ...own })];
  });
  return Object.fromEntries(views);
}

const payloadOf = ({ app, outTrackId, template }: Card, cardParamMap: Params) => ({
  robot: app.name,
  outTrackId,
  cardTemplateId: template.id,
  cardParamMap,
});
