import type { Destination } from '../destination';
import type { Operation } from '../operation';
import { preview } from './preview';
import { sendMessage } from './send-message';
import { sendTest } from './send-test';
import { upsert } from './upsert';

/** What the alert node of every chat can do. */
export const operationsOn = (destination: Destination): readonly Operation[] =>
  [upsert, preview, sendTest, sendMessage].map((operation) => operation(destination));
