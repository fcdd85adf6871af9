import { defined } from '../../../alert/defined';
import type { AlertEvent } from '../../../alert/event';
import { text } from '../../../alert/untrusted';
import type { Delivery } from './envelope';

/** Which field each event tells of; the body has only its new value. */
const CHANGED: ReadonlyMap<string, { readonly field: string; readonly key: string }> = new Map([
  ['i_r_title', { field: 'title', key: 'title' }],
  ['i_r_desc', { field: 'description', key: 'description' }],
  ['i_r_impact', { field: 'impact', key: 'impact' }],
  ['i_r_rc', { field: 'root cause', key: 'root_cause' }],
  ['i_r_rsltn', { field: 'resolution', key: 'resolution' }],
  ['i_r_severity', { field: 'severity', key: 'incident_severity' }],
]);

export const readChange = (rawType: string, fields: Delivery['fields']): AlertEvent['change'] => {
  const changed = CHANGED.get(rawType);
  return changed && defined({ field: changed.field, to: text(fields[changed.key]) });
};
