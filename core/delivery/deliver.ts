import { buildCard } from '../alert/build-card';
import { asText } from '../alert/card-text';
import type { AlertState } from '../alert/state';
import { findTransport } from '../chat/index';
import type { ChatPlatform, ChatTransport, Rendered, RenderOptions } from '../chat/platform';
import type { FilterDecision } from '../filter/rules';
import { sentences } from '../i18n/index';
import type { Clock, Http } from '../ports';
import type { Problem } from '../problem';
import { planDelivery } from './plan';
import type { Receipt } from './receipt';
import { failedReceipt, sentReceipt, skippedReceipt } from './receipt-of';
import { type SendLimits, send } from './send';

export interface Destination extends SendLimits {
  /** As listed by `listChatPlatforms`. */
  readonly chat: string;
  readonly transport: string;
  readonly options?: RenderOptions | undefined;
  readonly http: Http;
  readonly clock: Clock;
}

export interface AlertDelivery extends Destination {
  readonly state: AlertState;
  /** The filter's word; without one the event is announced. */
  readonly decision?: FilterDecision | undefined;
}

export interface TextDelivery extends Destination {
  readonly text: string;
}

/** Brings one event of an alert to one destination. Exactly one Receipt; never rejects. */
export const deliverAlert = async (delivery: AlertDelivery): Promise<Receipt> =>
  reach(delivery, ({ platform, transport }) => {
    const { state, decision } = delivery;
    const options = { ...delivery.options, ...(decision?.silent === true && { silent: true }) };
    const plan = planDelivery(transport, decision, sentences(options.language));
    return plan.do === 'skip' ? plan : platform.render(buildCard(state, options), options);
  });

/** Brings a plain message to one destination. Exactly one Receipt; never rejects. */
export const deliverText = async (delivery: TextDelivery): Promise<Receipt> =>
  reach(delivery, ({ platform }) =>
    platform.renderText(asText(delivery.text), delivery.options ?? {}),
  );

interface Target {
  readonly platform: ChatPlatform;
  readonly transport: ChatTransport;
}

interface Skipped {
  readonly do: 'skip';
  readonly reasons: readonly string[];
}

const reach = async (
  destination: Destination,
  prepare: (target: Target) => Rendered | Skipped,
): Promise<Receipt> => {
  const target = findTransport(destination.chat, destination.transport);
  if (!target) return failedReceipt(destination, unknownChat);
  const prepared = prepare(target);
  if ('do' in prepared) return skippedReceipt(destination, prepared.reasons);
  const { http, clock, options } = destination;
  const sent = await send(target.transport, prepared.payload, http, clock, destination);
  return sentReceipt(destination, prepared, sent, options?.language);
};

const unknownChat: Problem = {
  code: 'delivery.unknown_chat',
  message: 'There is no such chat, or it cannot be reached this way.',
  hint: 'Choose one of the chats and transports this version of Alertwire lists.',
};
