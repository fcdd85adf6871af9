import { createHmac } from 'node:crypto';
import { type Called, callBack } from '../../people/call-back';
import type { Desk } from '../../server/desk';
import type { CallbackRoute, Card, World } from '../api/world';
import { TOPIC_CARD } from '../stream/frames';
import type { Gateway } from '../stream/gateway';
import { pushTo } from '../stream/push';
import type { CardButton } from './buttons';

/** https://open.dingtalk.com/document/development/event-callback-card */
const PATIENCE_MS = 2000;

export interface Pressed {
  card: Card;
  button: CardButton;
  /** The userId of who pressed it. */
  by: string;
}

export interface CalledBack extends Called {
  via: 'stream' | 'http';
}

/** Tells the app of a press, on the way its card was made for; or says why it cannot. */
export async function tellApp(
  desk: Desk,
  { world, gateway }: { world: World; gateway: Gateway },
  pressed: Pressed,
): Promise<CalledBack | string> {
  const { card, by } = pressed;
  const { app, callback } = card;
  const told = { kind: 'actionCallback', by, patienceMs: PATIENCE_MS };
  const body = JSON.stringify(bodyOf(pressed));
  if (callback.type === 'STREAM') {
    const stream = gateway.pick(app, TOPIC_CARD);
    if (!stream) return `${app.name} has no stream open that takes ${TOPIC_CARD}.`;
    const called = await pushTo(stream, { ...told, topic: TOPIC_CARD, data: body }, desk);
    return { ...called, via: 'stream' };
  }
  if (callback.routeKey === '') return 'The card was made without a callbackRouteKey.';
  const route = world.findRoute(app, callback.routeKey);
  if (!route) return `No address is registered for the callbackRouteKey ${callback.routeKey}.`;
  const headers = { 'content-type': 'application/json', ...signed(route, desk.now()) };
  const url = route.callbackUrl;
  const called = await callBack(desk, { ...told, platform: 'dingtalk', url, headers, body });
  return { ...called, via: 'http' };
}

function bodyOf({ card, button, by }: Pressed) {
  const { id, params } = button;
  return {
    type: 'actionCallback',
    outTrackId: card.outTrackId,
    corpId: card.app.corpId,
    userId: by,
    content: JSON.stringify({ cardPrivateData: { actionIds: [id], params } }),
  };
}

/** Of the time alone; without a secret there is no signature. */
function signed({ apiSecret }: CallbackRoute, now: number): Record<string, string> {
  if (apiSecret === undefined) return {};
  const timestamp = String(now);
  return {
    'x-ddpaas-signature-timestamp': timestamp,
    'x-ddpaas-signature': createHmac('sha256', apiSecret).update(timestamp).digest('base64'),
  };
}
