import { defined } from './defined';
import { echoed, isOwn, joined, tellsNothingNew } from './echo';
import type { AlertEvent } from './event';
import { fillGaps, mergeEvents } from './merge';
import { startsAfter } from './order';
import type { AlertState, StateChange, TimelineEntry } from './state';
import { statusOf, whoDidWhat } from './story';
import { insertEntry, personName, timelineEntry } from './timeline';

export interface Applied {
  readonly state: AlertState;
  readonly change: StateChange;
}

/**
 * The story of an alert with one more event, in whatever order events arrive. Order is by
 * `occurredAt`, then resolved > acknowledged > open; resolved is left only by `reopened` or by a
 * start later than the resolve, which begins a new episode. Changes nothing it was given.
 */
export const applyEvent = (state: AlertState | undefined, event: AlertEvent): Applied => {
  if (state === undefined) return { state: begin(event, 1), change: 'new' };
  if (isKnown(state, event) || isOfEarlierEpisode(state, event)) {
    return { state, change: isKnown(state, event) ? 'same' : 'late' };
  }
  if (state.resolvedAt !== undefined && startsAfter(event, state.resolvedAt)) {
    return { state: begin(event, state.episode + 1), change: 'new' };
  }
  if (tellsNothingNew(state, event)) return { state, change: 'same' };
  const known = echoed(state, event);
  if (known) return isOwn(event) ? joinStory(state, event, known) : { state, change: 'same' };
  return continueStory(state, event);
};

const begin = (event: AlertEvent, episode: number): AlertState => {
  const timeline = [timelineEntry(event)];
  return {
    schemaVersion: 1,
    episode,
    latest: event,
    ...whoDidWhat(timeline, event, {}),
    ...defined({ escalationLevel: event.escalation?.level }),
    timeline,
  };
};

const isKnown = ({ latest, timeline }: AlertState, { id }: AlertEvent): boolean =>
  latest.id === id || timeline.some(({ eventId, twin }) => eventId === id || twin === id);

const isOfEarlierEpisode = ({ episode, latest, timeline }: AlertState, event: AlertEvent) => {
  const start = latest.alert.startedAt ?? timeline[0]?.occurredAt;
  return episode > 1 && start !== undefined && Date.parse(event.occurredAt) < Date.parse(start);
};

const continueStory = (state: AlertState, event: AlertEvent): Applied => {
  const entry = timelineEntry(event, state.latest.assignees);
  const { timeline, isNewest } = insertEntry(state.timeline, entry);
  const merged = isNewest ? mergeEvents(state.latest, event) : fillGaps(state.latest, event);
  const latest = withStatus(merged, statusOf(timeline));
  const next: AlertState = {
    schemaVersion: 1,
    episode: state.episode,
    latest,
    ...whoDidWhat(timeline, latest, state),
    ...defined({ escalationLevel: levelOf(timeline) ?? state.escalationLevel }),
    timeline,
  };
  return { state: next, change: changeOf(state, next, event, isNewest) };
};

/** The platform was faster than we were: only who asked for it is new. */
const joinStory = (state: AlertState, event: AlertEvent, known: TimelineEntry): Applied => {
  const by = event.actor && personName(event.actor);
  const timeline = state.timeline.map((one) => (one === known ? joined(one, event, by) : one));
  const latest = state.latest.id === known.eventId ? actedBy(state.latest, event) : state.latest;
  const { acceptedBy: _a, acceptedAt: _at, resolvedBy: _r, resolvedAt: _rt, ...rest } = state;
  const next = { ...rest, latest, ...whoDidWhat(timeline, latest, state), timeline };
  return { state: next, change: 'echo' };
};

const actedBy = (latest: AlertEvent, { actor, rawType }: AlertEvent): AlertEvent => ({
  ...latest,
  rawType,
  ...(actor && { actor, automatic: false }),
});

const withStatus = (event: AlertEvent, status: AlertEvent['alert']['status']): AlertEvent =>
  event.alert.status === status ? event : { ...event, alert: { ...event.alert, status } };

const levelOf = (timeline: AlertState['timeline']): number | undefined =>
  timeline.findLast(({ level }) => level !== undefined)?.level;

const changeOf = (
  before: AlertState,
  after: AlertState,
  event: AlertEvent,
  isNewest: boolean,
): StateChange => {
  const moved = before.latest.alert.status !== after.latest.alert.status;
  if (event.type === 'reopened' && (moved || isNewest)) return 'reopened';
  return isNewest || moved ? 'changed' : 'late';
};
