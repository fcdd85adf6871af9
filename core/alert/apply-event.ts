import { defined } from './defined';
import type { AlertEvent } from './event';
import { fillGaps, mergeEvents } from './merge';
import { startsAfter } from './order';
import type { AlertState, StateChange } from './state';
import { statusOf, whoDidWhat } from './story';
import { insertEntry, timelineEntry } from './timeline';

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
  latest.id === id || timeline.some(({ eventId }) => eventId === id);

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
