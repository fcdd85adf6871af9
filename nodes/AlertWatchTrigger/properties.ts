import type { INodeProperties } from 'n8n-workflow';
import { alertWatchFields } from '../../core/index';
import { propertyOf } from '../host/fields';

/** Those of heartbeats stand where heartbeats are recorded. */
export const triggerFields = alertWatchFields.filter(({ name }) => !name.startsWith('heartbeat'));

export const watchTriggerProperties: INodeProperties[] = [
  {
    displayName:
      "Wire 'Pending' to the operation 'Deliver Pending' of the chats that share this store: it finishes what an execution left behind. A test run looks without remembering what it told.",
    name: 'steps',
    type: 'notice',
    default: '',
  },
  ...triggerFields.map((field) => propertyOf(field)),
];
