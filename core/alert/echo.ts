import type { AlertEvent, EventType } from './event';
import type { AlertState, TimelineEntry } from './state';

/** How `rawType` begins where we did it ourselves, by an on-call platform's API. */
export const OWN_EVENT = 'alertwire.';

/** What `rawType` is where nothing was done: the event only tells how the alert stands. */
export const STANDING = `${OWN_EVENT}standing`;

/** A platform tells what we did a second time, by its webhook, within this time. */
const ECHO_MS = 5 * 60_000;

/** Did we do this ourselves, because somebody asked for it from chat? */
export const isOwn = ({ rawType }: Pick<AlertEvent, 'rawType'>): boolean =>
  rawType.startsWith(OWN_EVENT);

/** Somebody asked for what was so already, or two at the same time for the same. */
export const tellsNothingNew = (state: AlertState, event: AlertEvent): boolean =>
  event.rawType === STANDING
    ? state.latest.alert.status === event.alert.status
    : isOwn(event) && STANDS.has(event.type) && lastLike(state, event)?.own === true;

/** What moves an alert: between two of these, the same happening twice is two happenings. */
const MOVES: ReadonlySet<EventType> = new Set([
  'created',
  'accepted',
  'unaccepted',
  'resolved',
  'reopened',
  'snoozed',
  'unsnoozed',
  'escalated',
  'assigned',
]);

/** Done a second time in a row, these change nothing. */
const STANDS: ReadonlySet<EventType> = new Set(['accepted', 'unaccepted', 'resolved', 'reopened']);

/** The last line, if it tells the same, of those that tell this or moved the alert. */
const lastLike = ({ timeline }: AlertState, { type }: AlertEvent): TimelineEntry | undefined => {
  const last = timeline.findLast((line) => line.type === type || MOVES.has(line.type));
  return last?.type === type ? last : undefined;
};

/**
 * The line of the story that this event tells a second time: what we did and what the platform says
 * of it, in either order.
 */
export const echoed = (state: AlertState, event: AlertEvent): TimelineEntry | undefined => {
  const last = lastLike(state, event);
  if (last === undefined || (last.own === true) === isOwn(event)) return undefined;
  if (last.twin !== undefined && last.twin !== event.id) return undefined;
  const apart = Math.abs(Date.parse(last.occurredAt) - Date.parse(event.occurredAt));
  return apart <= ECHO_MS ? last : undefined;
};

/** The line as both tell it: who asked for it in chat is who did it. */
export const joined = (entry: TimelineEntry, own: AlertEvent, by?: string): TimelineEntry => ({
  ...entry,
  own: true,
  twin: own.id,
  ...(by !== undefined && { by }),
  automatic: false,
});
