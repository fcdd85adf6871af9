import { acceptAs, resolve } from '../../alert';
import { refuse, tell } from '../answer';
import { about, changed, closedError, stateError } from '../find-alert';
import { toldAlert } from '../told';

/** `PUT /alerts/{id}/accept`: whoever owns the key takes it, on call or not. */
export const acceptAlert = about((alert, call) => {
  const { owner, by, silences, pane, now } = call;
  const closed = closedError(alert, call);
  if (closed) return refuse(closed);
  if (alert.status === 'ACCEPTED' && silences.whenAccepted === 'refuse') {
    return refuse(stateError(silences.refusal, `Alert ${alert.id} is accepted.`));
  }
  const isDone =
    alert.status === 'ACCEPTED' ||
    (alert.status === 'RESOLVED' && silences.whenResolved !== 'reopen');
  if (isDone) return tell(toldAlert(alert));
  alert.resolvedOn = undefined;
  acceptAs(alert, owner, now);
  pane.tell(alert, 'alert-acknowledged', by);
  return changed(alert, call);
});

/** `PUT /alerts/{id}/resolve` */
export const resolveAlert = about((alert, call) => {
  const closed = closedError(alert, call);
  if (closed) return refuse(closed);
  if (alert.status === 'RESOLVED') return tell(toldAlert(alert));
  resolve(alert, call.now);
  call.pane.tell(alert, 'alert-resolved', call.by);
  return changed(alert, call);
});
