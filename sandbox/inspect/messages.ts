import { z } from 'zod';
import type { Message } from '../journal/entries';
import { parse } from '../server/problem';

const query = z.strictObject({ platform: z.string().optional(), channel: z.string().optional() });

export function messagesMatching(messages: Message[], search: unknown): Message[] {
  const { platform, channel } = parse(query, search);
  return messages.filter(
    (message) =>
      (platform === undefined || message.platform === platform) &&
      (channel === undefined || message.channel === channel),
  );
}
