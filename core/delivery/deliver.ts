import { applyEvent } from '../alert/apply-event';
import { buildCard } from '../alert/build-card';
import { asRecord, asText } from '../alert/card-text';
import type { AlertEvent } from '../alert/event';
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

/** An event that comes without its story so far is a story of its own. */
export type AlertDelivery = Destination & {
  /** The filter's word; without one the event is announced. */
  readonly decision?: FilterDecision | undefined;
} & ({ readonly state: AlertState } | { readonly event: AlertEvent });

export interface TextDelivery extends Destination {
  readonly text: string;
}

/** Brings one event of an alert to one destination. Exactly one Receipt; never rejects. */
export const deliverAlert = async (delivery: AlertDelivery): Promise<Receipt> =>
  reach(delivery, ({ platform, transport }) => {
    const { decision } = delivery;
    const options = { ...delivery.options, ...(decision?.silent === true && { silent: true }) };
    const plan = planDelivery(transport, decision, sentences(options.language));
    if (plan.do === 'skip') return plan;
    const state = storyOf(delivery);
    return state && platform.render(buildCard(state, options), options);
  });

/** Brings a plain message to one destination. Exactly one Receipt; never rejects. */
export const deliverText = async (delivery: TextDelivery): Promise<Receipt> =>
  reach(delivery, ({ platform }) =>
    platform.renderText(asText(delivery.text), delivery.options ?? {}),
  );

/** Undefined for what holds no alert, as when a hand-written flow sends something else. */
const storyOf = (delivery: AlertDelivery): AlertState | undefined => {
  const event: unknown = 'state' in delivery ? asRecord(delivery.state).latest : delivery.event;
  const { alert } = asRecord(event);
  if (typeof alert !== 'object' || alert === null) return undefined;
  return 'state' in delivery ? delivery.state : applyEvent(undefined, delivery.event).state;
};

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
  prepare: (target: Target) => Rendered | Skipped | undefined,
): Promise<Receipt> => {
  const target = findTransport(destination.chat, destination.transport);
  if (!target) return failedReceipt(destination, unknownChat);
  const prepared = attempt(() => prepare(target));
  if (!prepared) return failedReceipt(destination, unreadable);
  if ('do' in prepared) return skippedReceipt(destination, prepared.reasons);
  const { http, clock, options } = destination;
  const sent = await send(target.transport, prepared.payload, http, clock, destination);
  return sentReceipt(destination, prepared, sent, options?.language);
};

const attempt = <T>(prepare: () => T): T | undefined => {
  try {
    return prepare();
  } catch {
    return undefined;
  }
};

const unreadable: Problem = {
  code: 'delivery.unreadable_alert',
  message: 'The input is not an alert.',
  hint: 'Connect the output of an Alertwire trigger, filter or router, or choose to define the alert.',
};

const unknownChat: Problem = {
  code: 'delivery.unknown_chat',
  message: 'There is no such chat, or it cannot be reached this way.',
  hint: 'Choose one of the chats and transports this version of Alertwire lists.',
};
