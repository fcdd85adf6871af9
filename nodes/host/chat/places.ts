import type { IExecuteFunctions } from 'n8n-workflow';
import type { MessageRef, Place } from '../../../core/index';
import type { Destination } from './destination';
import { inputJson } from './input';
import type { Job } from './operation';

/** The channel a bot is told to post to; undefined where none is chosen, and for webhooks. */
export const channelOf = ({ context, destination }: Job, index: number): Place | undefined => {
  const id = destination.transport === 'bot' ? pickedOf(context, 'channelId', index) : '';
  return id === '' ? undefined : { channel: id };
};

export const personOf = ({ context }: Job, index: number): string =>
  pickedOf(context, 'person', index);

/**
 * Names a destination in the store for ever: nodes with the same credential and channel share their
 * cards.
 */
export const destinationName = ({ context, destination }: Job, to: Place | undefined): string => {
  const { chat, transport, credentialType } = destination;
  const { id, name } = context.getNode().credentials?.[credentialType] ?? {};
  const channel = to && 'channel' in to ? [to.channel] : [];
  return [chat, transport, id ?? name ?? '', ...channel].join('/');
};

interface Carried {
  readonly delivery?: { readonly messageRef?: unknown };
  /** Whose button somebody pressed. */
  readonly command?: { readonly messageRef?: unknown };
}

/** The message that is meant: the one named in the node, or the one the input brings along. */
export const messageRefOf = (
  context: IExecuteFunctions,
  { chat }: Destination,
  index: number,
): MessageRef | undefined => {
  const given: unknown = context.getNodeParameter('messageRef', index, '');
  const { delivery, command }: Carried = inputJson(context, index);
  const found = given === '' ? (delivery?.messageRef ?? command?.messageRef) : parsed(given);
  return isRef(found) && found.chat === chat ? found : undefined;
};

const pickedOf = (context: IExecuteFunctions, name: string, index: number): string =>
  String(context.getNodeParameter(name, index, '', { extractValue: true }) ?? '').trim();

/** An expression may give the object itself. */
const parsed = (value: unknown): unknown => {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
};

const isRef = (value: unknown): value is MessageRef =>
  typeof value === 'object' &&
  value !== null &&
  'message' in value &&
  typeof value.message === 'string';
