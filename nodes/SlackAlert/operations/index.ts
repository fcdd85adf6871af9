import type { Operation } from '../../host/chat/operation';
import { preview } from './preview';
import { sendMessage } from './send-message';
import { sendTest } from './send-test';
import { upsert } from './upsert';

export const operations: readonly Operation[] = [upsert, preview, sendTest, sendMessage];
