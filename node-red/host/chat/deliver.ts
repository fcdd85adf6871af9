import {
  type AlertEvent,
  type AlertState,
  type ButtonRules,
  type Clock,
  type DecisionOf,
  type FilterDecision,
  type Problem,
  previewAlert,
  type Receipt,
  type Rendered,
  rateFrom,
  renderOptionsFrom,
  unsentReceipt,
} from '../../../core/index';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind, Connection } from './connection';

export interface Delivery {
  readonly receipt: Receipt;
  /** What would have been sent. */
  readonly rendered?: Rendered;
  /** What became of the answer to the person who asked for it. */
  readonly answer?: Receipt | undefined;
}

/** Shows what would be sent, and sends nothing. */
export const preview = (
  config: ChatAlertDef,
  { chat, transport }: ChatKind,
  state: AlertState,
  decision: FilterDecision | undefined,
  buttons: ButtonRules | undefined,
): Delivery =>
  previewAlert({
    chat,
    transport,
    state,
    decision,
    buttons,
    options: renderOptionsFrom(chat, config),
  });

/** What never reached the chat has a receipt too. */
export const failed = (kind: ChatKind, problem: Problem): Delivery => ({
  receipt: unsentReceipt(kind, { receipt: 'failed', problem }),
});

/** For the second of two messages with the same event. */
export const merged = (kind: ChatKind): Receipt =>
  unsentReceipt(kind, {
    receipt: 'merged',
    reasons: ['The same event was already on its way to this chat.'],
  });

/** How a message gets to the chat, whatever it says. */
export const wayTo = (
  config: ChatAlertDef,
  { chat, transport }: ChatKind,
  { http }: Pick<Connection, 'http'>,
  clock: Clock,
) => ({
  chat,
  transport,
  options: renderOptionsFrom(chat, config),
  http,
  clock,
  maxWaitMs: 1_000 * Math.max(0, Number(config.maxWaitSeconds) || 0),
  rate: rateFrom(config),
});

/** What is described in the node is meant to be sent; for the rest a filter or the node decides. */
export const decisionFor = (
  { alertSource, operation }: ChatAlertDef,
  decide: DecisionOf,
  event: AlertEvent,
  carried: unknown,
): FilterDecision | undefined =>
  alertSource === 'define' || operation === 'test' ? undefined : decide(event, carried, Date.now());
