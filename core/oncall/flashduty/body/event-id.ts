import { digest } from '../../../alert/digest';
import { record, text } from '../../../alert/untrusted';
import type { Delivery } from './envelope';

/**
 * For bodies without an id: everything that tells two events of one alert apart. A body without
 * any time is a new event whenever it is received.
 */
export const fallbackEventId = (
  { rawType, fields, person, time }: Delivery,
  alertId: string | undefined,
  receivedAt: string | undefined,
): string => {
  const { id, type, layer_idx } = record(fields.assigned_to);
  return digest(
    ...[rawType, alertId, time ?? fields.updated_at ?? receivedAt].map(text),
    ...[fields.progress, fields.alert_status, record(person).person_id].map(text),
    ...[id, type, layer_idx].map(text),
  );
};
