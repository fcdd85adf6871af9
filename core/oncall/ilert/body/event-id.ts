import { digest } from '../../../alert/digest';
import type { Assignee } from '../../../alert/event';
import { isRecord, text } from '../../../alert/untrusted';
import type { Trigger } from './trigger';

/** For older bodies, which carry no id: everything that tells two events of one alert apart. */
export const fallbackEventId = (
  { rawType }: Trigger,
  { id, alertKey, status, reportTime, timestamp, comment }: Readonly<Record<string, unknown>>,
  assignees: readonly Assignee[],
): string =>
  digest(
    ...[id, alertKey, rawType, status, reportTime, timestamp].map(text),
    text(isRecord(comment) ? comment.content : comment),
    ...assignees.map((person) => `${person.id ?? person.username}:${person.status}`),
  );
