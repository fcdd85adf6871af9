import type { Rate } from '../chat/platform';

/** The rate a person chose, from the values of a chat's fields; undefined for the chat's own. */
export const rateFrom = ({
  messagesPerMinute,
}: Readonly<Record<string, unknown>>): Rate | undefined => {
  const requests = Math.floor(Number(messagesPerMinute));
  return requests > 0 ? { requests, perMs: 60_000 } : undefined;
};
