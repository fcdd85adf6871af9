import { type AlertEvent, type ReadEvent, readAlertEvent } from '../../core/index';
import { ProblemError } from './problem-error';

/** The alert in a message, or an error that says what to do about it. */
export const requireAlert = (payload: unknown): AlertEvent => alertOf(readAlertEvent(payload));

/** The same of a payload that was read before. */
export function alertOf(read: ReadEvent): AlertEvent {
  if (read.ok) return read.event;
  const { code, message } = read.problem;
  throw new ProblemError({
    code,
    message,
    hint: 'Wire this node behind an alert in node, or define the alert in the node itself.',
  });
}
