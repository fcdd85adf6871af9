import { digest } from '../../../alert/digest';
import type { Assignee } from '../../../alert/event';
import { isRecord, text } from '../../../alert/untrusted';
import type { Trigger } from './trigger';

/**
 * For older bodies, which carry no id: everything that tells two events of one alert apart. A body
 * without any time, as people type by hand, is a new event whenever it is received.
 */
export const fallbackEventId = (
  { rawType }: Trigger,
  { id, alertKey, status, reportTime, timestamp, comment }: Readonly<Record<string, unknown>>,
  assignees: readonly Assignee[],
  receivedAt: string | undefined,
): string =>
  digest(
    ...[id, alertKey, rawType, status, timestamp ?? reportTime ?? receivedAt].map(text),
    text(isRecord(comment) ? comment.content : comment),
    ...assignees.map((person) => `${person.id ?? person.username}:${person.status}`),
  );
