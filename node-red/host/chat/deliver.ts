import type { NodeMessage } from 'node-red';
import {
  type AlertEvent,
  type AlertState,
  type Clock,
  deliverAlert,
  deliverText,
  evaluateFilter,
  type FilterDecision,
  filterRulesFrom,
  type Receipt,
  renderCard,
  renderOptionsFrom,
} from '../../../core/index';
import type { ProblemError } from '../problem-error';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind, Connection } from './connection';

/** A card waits for the chat no longer than this, whatever the field says. */
const LONGEST_WAIT_S = 30;
const TIMEOUT_MS = 10_000;

export interface Delivery {
  readonly receipt: Receipt;
  /** What would have been sent. */
  readonly rendered?: ReturnType<typeof renderCard>;
}

/** Shows what would be sent, and sends nothing. */
export function preview(config: ChatAlertDef, kind: ChatKind, state: AlertState): Delivery {
  const rendered = renderCard(kind.chat, kind.transport, state, renderOptionsFrom(config));
  const { size, dropped, pings } = rendered;
  const reasons = ['This is a preview: nothing was sent.'];
  return {
    receipt: { ...nothingSent(kind), receipt: 'skipped', size, dropped, pings, reasons },
    rendered,
  };
}

/** What never reached the chat has a receipt too. */
export const failed = (kind: ChatKind, { code, message }: ProblemError): Delivery => ({
  receipt: { ...nothingSent(kind), receipt: 'failed', problem: { code, message, hint: '' } },
});

/** For the second of two messages with the same event. */
export const merged = (kind: ChatKind): Receipt => ({
  ...nothingSent(kind),
  receipt: 'merged',
  reasons: ['The same event was already on its way to this chat.'],
});

const nothingSent = ({ chat, transport }: ChatKind) =>
  ({ chat, transport, dropped: [], pings: [], reasons: [], attempts: 0 }) as const;

export async function sendAlert(
  config: ChatAlertDef,
  kind: ChatKind,
  connection: Connection,
  state: AlertState,
  decision: FilterDecision,
  clock: Clock,
): Promise<Delivery> {
  const receipt = await deliverAlert({
    ...destination(config, kind, connection, clock),
    state,
    decision,
  });
  return { receipt };
}

export async function sendText(
  config: ChatAlertDef,
  kind: ChatKind,
  connection: Connection,
  text: string,
  clock: Clock,
): Promise<Delivery> {
  return { receipt: await deliverText({ ...destination(config, kind, connection, clock), text }) };
}

const destination = (
  config: ChatAlertDef,
  { transport }: ChatKind,
  { chat, http }: Connection,
  clock: Clock,
) => ({
  chat: chat.id,
  transport,
  options: renderOptionsFrom(config),
  http,
  clock,
  maxWaitMs: 1_000 * Math.min(LONGEST_WAIT_S, Math.max(0, Number(config.maxWaitSeconds) || 0)),
  timeoutMs: TIMEOUT_MS,
});

/** A filter's word counts; without one, the node's own events decide. */
export function decisionFor(
  config: ChatAlertDef,
  event: AlertEvent,
  message: NodeMessage,
): FilterDecision {
  if (isDecision(message.decision)) return message.decision;
  const { events } = filterRulesFrom(config);
  const rules = config.alertSource === 'define' || !events ? {} : { events };
  return evaluateFilter(event, rules, { now: Date.now(), seen: {} }).decision;
}

const isDecision = (value: unknown): value is FilterDecision =>
  typeof value === 'object' && value !== null && 'effect' in value && 'reasons' in value;
