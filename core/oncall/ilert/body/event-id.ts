import { digest } from '../../../alert/digest';
import type { AlertEvent } from '../../../alert/event';
import { text } from '../../../alert/untrusted';

/** Older bodies carry no id: then everything that tells two events of one alert apart. */
export const eventId = (
  given: unknown,
  fields: Readonly<Record<string, unknown>>,
  { rawType, alert, assignees, comment }: Omit<AlertEvent, 'id'>,
): string =>
  text(given) ??
  digest(
    alert.id,
    rawType,
    alert.status,
    text(fields.reportTime),
    text(fields.timestamp),
    comment?.text,
    ...assignees.map(({ id, username, status }) => `${id ?? username}:${status}`),
  );
