import type { EventType } from '../../../alert/event';
import { record } from '../../../alert/untrusted';
import type { Delivery } from './envelope';

/**
 * https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook and alert-webhook;
 * the last rows are only known from the timeline of an incident.
 */
const TYPES: ReadonlyMap<string, EventType> = new Map([
  ['i_new', 'created'],
  ['i_assign', 'assigned'],
  ['i_a_rspd', 'responder-added'],
  ['i_snooze', 'snoozed'],
  ['i_wake', 'unsnoozed'],
  ['i_ack', 'accepted'],
  ['i_unack', 'unaccepted'],
  ['i_storm', 'other'],
  ['i_custom', 'custom-action'],
  ['i_rslv', 'resolved'],
  ['i_reopen', 'reopened'],
  ['i_merge', 'merged'],
  ['i_comm', 'comment-added'],
  ['i_r_title', 'updated'],
  ['i_r_desc', 'updated'],
  ['i_r_impact', 'updated'],
  ['i_r_rc', 'updated'],
  ['i_r_rsltn', 'updated'],
  ['i_r_severity', 'priority-changed'],
  ['i_r_field', 'updated'],
  ['a_new', 'created'],
  ['a_update', 'updated'],
  ['a_merge', 'merged'],
  ['a_close', 'resolved'],
  ['i_wr_create', 'channel-attached'],
  ['i_wr_delete', 'channel-detached'],
  ['i_notify', 'other'],
  ['i_m_flapping', 'other'],
  ['i_m_reply', 'other'],
  ['i_auto_refresh', 'other'],
]);

/** Flashduty does these by itself as well, and then names no person. */
const DONE_BY_ITSELF: ReadonlySet<string> = new Set([
  'i_assign',
  'i_rslv',
  'i_wake',
  'i_reopen',
  'a_update',
]);

export interface Kind {
  readonly type: EventType;
  readonly automatic: boolean;
  readonly isKnown: boolean;
}

/** What happened, by Flashduty's name of the event and by what only the body tells. */
export const readKind = ({ rawType, fields }: Delivery, isByPerson: boolean): Kind => {
  const known = TYPES.get(rawType);
  return {
    type: refined(rawType, fields) ?? known ?? 'other',
    automatic: !isByPerson && DONE_BY_ITSELF.has(rawType),
    isKnown: known !== undefined,
  };
};

/** Escalations come as assignments, and recoveries of an alert as updates. */
const refined = (rawType: string, fields: Delivery['fields']): EventType | undefined => {
  if (rawType === 'i_assign') {
    return record(fields.assigned_to).type === 'escalate' ? 'escalated' : 'assigned';
  }
  return rawType === 'a_update' && isOver(fields) ? 'resolved' : undefined;
};

/** An alert is over when it has recovered or was closed by hand. */
export const isOver = ({ alert_status, progress }: Delivery['fields']): boolean =>
  alert_status === 'Ok' || progress === 'Closed';
