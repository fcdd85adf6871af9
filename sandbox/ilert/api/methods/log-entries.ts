import type { Happening } from '../../../oncall/rules';
import type { FakeAlert } from '../../alert';
import { refuse, tell } from '../answer';
import { about } from '../find-alert';
import { paged } from '../paging';

/** The types of the reference, by what happened; a person's and the system's differ. */
const TYPES: Record<string, string> = {
  'alert-created': 'AlertReceivedLogEntry',
  'event-appended': 'AlertReceivedLogEntry',
  'alert-assigned': 'AlertAssignedByUserLogEntry',
  'alert-auto-escalated': 'AlertEscalatedToLevelLogEntry',
  'alert-raised': 'AlertRaisedBySystemLogEntry',
  'alert-acknowledged': 'UserResponseLogEntry',
  'alert-comment-added': 'AlertCommentAddedLogEntry',
  'alert-escalation-ended': 'NobodyOnCallLogEntry',
  'alert-responder-added': 'StakeholderAddedLogEntry',
  'alert-responder-removed': 'StakeholderRemovedLogEntry',
  'alert-resolved': 'UserResponseLogEntry',
  'alert-auto-resolved': 'AlertAutoResolvedLogEntry',
};

/** `GET /alerts/{id}/log-entries`, newest first. The sandbox notifies nobody, so that all are updates. */
export const listLogEntries = about((alert, { query }) => {
  const types = query.getAll('filter-types');
  const wanted = types.length === 0 || types.includes('ALERT_UPDATES');
  const entries = wanted
    ? alert.history.map((happening, index) => told(alert, happening, index))
    : [];
  const page = paged(entries.reverse(), query);
  return 'items' in page ? tell(page.items) : refuse(page);
});

function told({ id, story }: FakeAlert, { at, eventType, by }: Happening, index: number) {
  const byUser = eventType === 'alert-created' && by.kind === 'key';
  return {
    id: Number(id) * 1000 + index,
    timestamp: new Date(at).toISOString(),
    logEntryType: byUser
      ? 'AlertCreatedByUserLogEntry'
      : (TYPES[eventType] ?? 'UserResponseLogEntry'),
    text: `${eventType.replaceAll('-', ' ')} by ${by.person ? by.name.replace('API key of ', '') : by.name}: ${story.title}`,
    alertId: Number(id),
    filterTypes: ['ALERT_UPDATES'],
  };
}
