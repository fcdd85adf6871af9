import { type AlertEvent, readAlertEvent } from '../../core/index';
import { ProblemError } from './problem-error';

/** The alert in a message, or an error that says what to do about it. */
export function requireAlert(payload: unknown): AlertEvent {
  const event = readAlertEvent(payload);
  if (event) return event;
  throw new ProblemError({
    code: 'alert.not_an_alert',
    message: 'msg.payload is not an alert.',
    hint: 'Wire this node behind an alert in node, or define the alert in the node itself.',
  });
}
