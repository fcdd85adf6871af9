import type { ChatId } from '../../../../core/index';
import type { Operation } from '../operation';
import { pending } from './deliver-pending';
import { deleteAlert, deleteMessage, reply } from './known-message';
import { sendDirect, sendMessage, sendPrivate } from './messages';
import { preview } from './preview';
import { sendTest } from './send-test';
import { upsert } from './upsert';

const ALL = [
  ...[upsert, reply, deleteAlert, preview, sendTest, pending],
  ...[sendMessage, sendDirect, sendPrivate, deleteMessage],
];

/** What the alert node of every chat can do. */
export const operationsOn = (chat: ChatId): readonly Operation[] =>
  ALL.map((operation) => operation(chat));
