import type { NodeMessage } from 'node-red';
import { type AlertEvent, findCard, type MessageRef, type Problem } from '../../../core/index';
import { ProblemError } from '../problem-error';
import type { Cards } from '../store/index';
import type { Read } from '../typed-text';
import type { ChatAlertDef } from './alert-def';

/** The message that the node names, or that a sender before it sent. */
export async function readRef(
  config: ChatAlertDef,
  message: NodeMessage,
  read: Read,
): Promise<MessageRef | undefined> {
  const named = await read(config.messageRef, config.messageRefType, message);
  if (named !== '') return asRef(parsed(named)) ?? fail(UNREADABLE);
  return asRef((message.delivery as { messageRef?: unknown } | undefined)?.messageRef);
}

/** That message, or the one that shows the alert. */
export async function refOfAlert(
  named: MessageRef | undefined,
  { store }: Cards,
  destination: string,
  event: AlertEvent | undefined,
): Promise<MessageRef> {
  if (named) return named;
  const found = event && (await findCard(store, destination, event).catch(() => undefined));
  return found?.ref ?? fail(UNKNOWN);
}

export const required = (ref: MessageRef | undefined): MessageRef => ref ?? fail(UNKNOWN);

const asRef = (value: unknown): MessageRef | undefined => {
  const { chat, message } = (value ?? {}) as Partial<MessageRef>;
  const isRef = typeof chat === 'string' && typeof message === 'string' && message !== '';
  return isRef ? (value as MessageRef) : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fail = (problem: Problem): never => {
  throw new ProblemError(problem);
};

const UNREADABLE: Problem = {
  code: 'delivery.bad_message_ref',
  message: 'What Message holds is no messageRef, so nothing was done.',
  hint: 'Pass on the messageRef that a sender put into delivery, as it is.',
};

const UNKNOWN: Problem = {
  code: 'delivery.no_message',
  message: 'It is not known which message is meant, so nothing was done.',
  hint: 'Pass on the messageRef that a sender put into delivery, or use the connection and channel that the alert was sent through.',
};
