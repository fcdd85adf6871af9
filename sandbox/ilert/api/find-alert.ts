import type { Verdict } from '../../platform';
import type { FakeAlert } from '../alert';
import { type ApiError, bad, missing, refuse, tell } from './answer';
import type { Call, Run } from './call';
import { toldAlert } from './told';

/** The alert in the path; ids are whole numbers, in the webhook texts of digits. */
export function alertIn({ pane, params }: Call): FakeAlert | ApiError {
  const { id = '' } = params;
  if (!/^\d+$/.test(id)) return bad('The id of an alert is a whole number.');
  return pane.find(id) ?? missing('alert', id);
}

/** A method about one alert. */
export const about =
  (run: (alert: FakeAlert, call: Call) => Verdict): Run =>
  (call) => {
    const alert = alertIn(call);
    return 'code' in alert ? refuse(alert) : run(alert, call);
  };

/** The alert as it is now; whoever waits for webhooks is told after the answer. */
export function changed(alert: FakeAlert, { pane }: Call): Verdict {
  return { ...tell(toldAlert(alert)), afterwards: () => void pane.flush() };
}

/** Why a resolved alert cannot be handled, unless the sandbox was told otherwise. */
export function closedError(alert: FakeAlert, { silences }: Call): ApiError | undefined {
  if (alert.status !== 'RESOLVED' || silences.whenResolved !== 'refuse') return undefined;
  return stateError(silences.refusal, `Alert ${alert.id} is resolved.`);
}

export const stateError = (status: number, reason: string): ApiError => ({
  code: 'ALERT_STATE',
  status,
  reason,
});
