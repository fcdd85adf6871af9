import { type AlertEvent, readAlertEvent } from '../../core/index';
import { ProblemError } from './problem-error';

/** The alert in a message, or an error that says what to do about it. */
export function requireAlert(payload: unknown): AlertEvent {
  const read = readAlertEvent(payload);
  if (read.ok) return read.event;
  const { code, message } = read.problem;
  throw new ProblemError({
    code,
    message,
    hint: 'Wire this node behind an alert in node, or define the alert in the node itself.',
  });
}

/** The id of the alert event in a message, where there is one. */
export const eventId = (payload: unknown): string | undefined => {
  const read = readAlertEvent(payload);
  return read.ok ? read.event.id : undefined;
};
