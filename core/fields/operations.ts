import type { TransportId } from '../chat/platform';
import type { FieldOption } from './field';

export type Resource = 'alert' | 'message';

/** Something a chat's alert node can do. */
export interface OperationOption extends FieldOption {
  readonly value: string;
  readonly action: string;
  /** Only a bot can do it. */
  readonly transport?: 'bot';
}

const LISTS: Readonly<Record<Resource, readonly OperationOption[]>> = {
  alert: [
    {
      value: 'upsert',
      label: 'Create or Update',
      description: 'Create a message for an alert, or update the one there is',
      action: 'Create or update alert',
    },
    {
      value: 'reply',
      label: 'Reply',
      description: 'Reply to the message of an alert',
      action: 'Reply to alert',
      transport: 'bot',
    },
    {
      value: 'deleteAlert',
      label: 'Delete',
      description: 'Delete the message of an alert',
      action: 'Delete alert message',
      transport: 'bot',
    },
    {
      value: 'preview',
      label: 'Preview',
      description: 'Show what would be sent, and send nothing',
      action: 'Preview alert',
    },
    {
      value: 'test',
      label: 'Send Test',
      description: 'Send a test message, which mentions nobody',
      action: 'Send test alert',
    },
    {
      value: 'deliverPending',
      label: 'Deliver Pending',
      description: 'Finish what is still to be shown in the chat',
      action: 'Deliver pending alerts',
      transport: 'bot',
    },
  ],
  message: [
    {
      value: 'send',
      label: 'Send',
      description: 'Send a message of your own words',
      action: 'Send message',
    },
    {
      value: 'sendDirect',
      label: 'Send Direct',
      description: 'Send a message to one person',
      action: 'Send direct message',
      transport: 'bot',
    },
    {
      value: 'sendPrivate',
      label: 'Send Private',
      description: 'Send a message into a channel that only one person sees',
      action: 'Send private message',
      transport: 'bot',
    },
    {
      value: 'delete',
      label: 'Delete',
      description: 'Delete a message that was sent before',
      action: 'Delete message',
      transport: 'bot',
    },
  ],
};

/** Which operations belong to which resource, for hosts that draw them apart. */
export const operationsOf = (
  resource: Resource,
  transport: TransportId = 'webhook',
): readonly OperationOption[] =>
  LISTS[resource].filter((option) => transport === 'bot' || option.transport !== 'bot');

export const OPERATIONS: readonly OperationOption[] = [
  ...operationsOf('alert', 'bot'),
  ...operationsOf('message', 'bot'),
];

/** Can only a bot do it? */
export const isOfBots = (operation: string): boolean =>
  OPERATIONS.some(({ value, transport }) => value === operation && transport === 'bot');
