import { defined } from './defined';
import type { AlertEvent, AlertStatus, EventType } from './event';
import type { AlertState, TimelineEntry } from './state';
import { personName } from './timeline';

type Timeline = readonly TimelineEntry[];
type Who = Pick<AlertState, 'acceptedBy' | 'acceptedAt' | 'resolvedBy' | 'resolvedAt'>;

/** The status by the whole story: resolved is left only by `reopened` and by a start. */
export const statusOf = (timeline: Timeline): AlertStatus => {
  const newest = timeline.at(-1)?.status ?? 'open';
  const decides = timeline.findLast(({ type, status }) => status === 'resolved' || leaves(type));
  return decides?.status === 'resolved' && !leaves(decides.type) ? 'resolved' : newest;
};

const leaves = (type: EventType): boolean => type === 'reopened' || type === 'created';

/** Who did what; `known` stands in for lines that a long timeline no longer has. */
export const whoDidWhat = (timeline: Timeline, latest: AlertEvent, known: Who): Who => {
  const accepted = acceptance(timeline, known, latest);
  const resolved = latest.alert.status === 'resolved' ? resolution(timeline, known, latest) : {};
  return { ...accepted, ...resolved };
};

const acceptance = (timeline: Timeline, known: Who, { alert, assignees }: AlertEvent): Who => {
  const last = timeline.findLast(({ type }) => ENDS_OR_BEGINS_ACCEPTANCE.has(type));
  if (last?.type === 'accepted') {
    return defined({ acceptedBy: last.by, acceptedAt: last.occurredAt });
  }
  if (last === undefined && known.acceptedAt) {
    return defined({ acceptedBy: known.acceptedBy, acceptedAt: known.acceptedAt });
  }
  if (alert.status !== 'acknowledged') return {};
  const person = assignees.find(({ status }) => status === 'accepted');
  return defined({
    acceptedBy: person && personName(person),
    acceptedAt: alert.acknowledgedAt ?? person?.acceptedAt,
  });
};

const ENDS_OR_BEGINS_ACCEPTANCE: ReadonlySet<EventType> = new Set([
  'accepted',
  'unaccepted',
  'reopened',
]);

const resolution = (timeline: Timeline, known: Who, { alert }: AlertEvent): Who => {
  const resolve = timeline.findLast(({ type }) => type === 'resolved' || leaves(type));
  const byLine = resolve?.type === 'resolved';
  const seenResolved = timeline.findLast(({ status }) => status === 'resolved');
  return defined({
    resolvedBy: byLine ? resolve.by : known.resolvedBy,
    resolvedAt:
      alert.resolvedAt ??
      (byLine ? resolve.occurredAt : (known.resolvedAt ?? seenResolved?.occurredAt)),
  });
};
