import type { NodeMessage } from 'node-red';
import type { Place, Problem } from '../../../core/index';
import { ProblemError } from '../problem-error';
import type { Read } from '../typed-text';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind } from './connection';

/** The channel of a bot; what a webhook is told in its own fields; empty where it is not told. */
export async function readChannel(
  config: ChatAlertDef,
  { transport }: ChatKind,
  message: NodeMessage,
  read: Read,
): Promise<string> {
  if (transport === 'webhook') return String(config.channel ?? '').trim();
  return (await read(config.channelId, config.channelIdType, message)).trim();
}

/** The channel, where the node itself says it. */
export const channelOf = (config: ChatAlertDef, { transport }: ChatKind): string | undefined => {
  if (transport === 'webhook') return String(config.channel ?? '').trim();
  const isFixed = !config.channelIdType || config.channelIdType === 'str';
  return isFixed ? String(config.channelId ?? '').trim() : undefined;
};

export async function readPerson(
  config: ChatAlertDef,
  message: NodeMessage,
  read: Read,
): Promise<string> {
  const person = (await read(config.person, config.personType, message)).trim();
  if (person === '') throw new ProblemError(NOBODY);
  return person;
}

/** Undefined for a webhook, and where no channel is known: the core says so. */
export const placeOf = ({ transport }: ChatKind, channel: string): Place | undefined =>
  transport === 'bot' && channel !== '' ? { channel } : undefined;

const NOBODY: Problem = {
  code: 'delivery.no_person',
  message: 'No person is chosen, so nothing was sent.',
  hint: 'Choose a person in this node, or enter the ID.',
};
